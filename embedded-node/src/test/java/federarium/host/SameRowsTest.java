package federarium.host;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent.RoundStarted;
import federarium.event.PrivacyEvent.BudgetsSpent;
import federarium.event.PrivacyEvent.PrivacySpent;
import federarium.event.PrivacyEvent.ReadLog;
import federarium.event.PrivacyEvent.SpendingCarried;
import federarium.event.RecordedEvent;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.privacy.accounting.Charge;
import federarium.privacy.accounting.Ledger;
import federarium.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clinic A, seat c01, trains on 8 rows in one step a round; clinic B, c02, on 16 in two. */
class SameRowsTest {
    private static final Charge OF_A = new Charge(4, 1);
    private static final Charge OF_B = new Charge(4, 10.0 / 16);

    @TempDir private Path folder;
    private RunStore store = RunStore.inMemory();
    private Engine engine = Engine.on(store, 1);
    private Scenario clinics = Runs.digits(1);

    @BeforeEach
    void writeRows() throws IOException {
        clinics = Clinics.scenario(Clinics.file(folder, "rows.csv", 0));
    }

    @AfterEach
    void close() {
        engine.close();
        store.close();
    }

    @Test
    void aRunBeginsWithWhatEarlierRunsHaveSpentNodeForNode() {
        String first = Clinics.run(engine, clinics);
        String second = Clinics.run(engine, clinics);
        String third = Clinics.run(engine, clinics.with("rounds", "1"));

        assertNull(carried(first));
        assertEquals(Ledger.EMPTY.plus(OF_A, 8), ledger(second, "c01"));
        assertEquals(Ledger.EMPTY.plus(OF_B, 16), ledger(second, "c02"));
        assertEquals(Ledger.EMPTY.plus(OF_A, 9), ledger(third, "c01"));
        assertEquals(
                List.of(first, second),
                requireNonNull(carried(third)).from().stream().map(ReadLog::run).toList());
        assertEquals(Clinics.epsilon(ledger(third, "c01")), Clinics.epsilon(store, third, "c01"));
    }

    @Test
    void theCurveOfEpsilonBeginsWhereTheOthersEnded() {
        String first = Clinics.run(engine, clinics);
        String second = Clinics.run(engine, clinics);

        assertEquals(epsilon(first, 4), epsilon(second, 0));
    }

    private double epsilon(String run, int round) {
        return requireNonNull(Runs.fold(store.events(run)).points().get(round).epsilon());
    }

    @Test
    void aForkOfAForkCountsEachRoundOnceWhicheverLogsItIsIn() {
        String trunk = Clinics.run(engine, clinics);
        String branch = fork(trunk, 2);
        String twig = fork(branch, 3);
        String other = Clinics.run(engine, clinics);

        assertEquals(Ledger.EMPTY.plus(OF_A, 4 + 2), ledger(branch, "c01"));
        assertEquals(Ledger.EMPTY.plus(OF_A, 4 + 2 + 1), ledger(twig, "c01"));
        assertEquals(Ledger.EMPTY.plus(OF_A, 4 + 2 + 1 + 4), ledger(other, "c01"));
    }

    private String fork(String parent, int round) {
        Federation fork = engine.fork(parent, round, Map.of(), Drive.UNATTENDED);
        fork.finished().join();
        return fork.run();
    }

    @Test
    void aBudgetCountsWhatWasSpentElsewhereFromTheFirstRoundOn() {
        String first = Clinics.run(engine, clinics);
        double spent = Clinics.epsilon(store, first, "c01");
        String second = Clinics.run(engine, clinics.with("privacy.budget", String.valueOf(spent)));

        assertEquals(
                new BudgetsSpent(1, List.of("c01", "c02")),
                Runs.comparable(store.events(second)).stream()
                        .filter(BudgetsSpent.class::isInstance)
                        .findFirst()
                        .orElseThrow());
        assertEquals(spent, Clinics.epsilon(store, second, "c01"));
    }

    @Test
    void theSameFileAtAnotherPlaceHasTheSameRowsAndOneWithAChangedByteHasNot() throws IOException {
        Clinics.run(engine, clinics);
        Scenario copy = Clinics.scenario(Clinics.file(folder, "copy.csv", 0));
        Files.delete(folder.resolve("rows.csv"));
        String moved = Clinics.run(engine, copy);
        String changed = Clinics.run(engine, Clinics.scenario(Clinics.file(folder, "b.csv", 1)));

        assertEquals(Ledger.EMPTY.plus(OF_A, 8), ledger(moved, "c01"));
        assertEquals(Ledger.EMPTY.plus(OF_A, 4), ledger(changed, "c01"));
    }

    @Test
    void aFileThatChangesBetweenTwoRunsIsReadAgain() throws IOException {
        Clinics.run(engine, clinics);
        Clinics.file(folder, "rows.csv", 1);

        assertNull(carried(Clinics.run(engine, clinics)));
    }

    @Test
    void whereTheRowsAreDealtAnewEachNodeIsChargedWhatNoneOfTheOthersIsAbove() {
        Clinics.run(engine, clinics);
        Scenario dealt = clinics.with(Map.of("partition.kind", "iid", "clients", "2"));
        String second = Clinics.run(engine, dealt);

        Ledger above = Ledger.EMPTY.plus(new Charge(4, 1), 8);
        assertEquals(above, Clinics.ledger(store, second, "c01", SpendingCarried.class));
        assertEquals(above, Clinics.ledger(store, second, "c02", SpendingCarried.class));
    }

    @Test
    void naturalRowsAreWhereTheyWereWhateverTheSeed() {
        Clinics.run(engine, clinics);
        String second = Clinics.run(engine, clinics.with("seed", "2"));

        assertEquals(Ledger.EMPTY.plus(OF_A, 8), ledger(second, "c01"));
    }

    @Test
    void aClientsPromiseCoversItsRecordsAtHalfTheNoise() {
        Clinics.run(engine, clinics.with("privacy.mechanism", "central"));
        String second = Clinics.run(engine, clinics);

        Ledger central = Clinics.ledger(store, second, "c01", SpendingCarried.class);
        assertEquals(1, central.entries().size());
        assertEquals(new Charge(2, 1), central.entries().getFirst().charge());
        assertEquals(4, central.steps());
    }

    @Test
    void aRecordsPromiseAndNoneAtAllAreOutsideOfAClientsSum() {
        Clinics.run(engine, clinics);
        Clinics.run(engine, clinics.with("privacy.mechanism", "none"));
        String third = Clinics.run(engine, clinics.with("privacy.mechanism", "central"));

        assertEquals(new SpendingCarried(0, "client", List.of(), 2, List.of()), carried(third));
    }

    @Test
    void aRunThatGoesOnCountsWhatAnotherHasSpentMeanwhile() {
        Federation first = engine.start(clinics, Drive.WATCHED);
        new Paced(first).advance(2);
        first.close();
        Clinics.run(engine, clinics);
        engine.resume(first.run(), Drive.UNATTENDED).finished().join();

        assertEquals(Ledger.EMPTY.plus(OF_A, 8), ledger(first.run(), "c01"));
        assertEquals(
                Ledger.EMPTY.plus(OF_A, 4),
                Clinics.ledger(store, first.run(), "c01", PrivacySpent.class));
    }

    @Test
    void rowsThatShipAreNobodysSecret() {
        Scenario digits = Runs.digits(1).with(Map.of("privacy.mechanism", "central"));
        Clinics.run(engine, digits);

        assertNull(carried(Clinics.run(engine, digits)));
    }

    @Test
    void whatIsCarriedIsToldBeforeTheFirstRound() {
        Clinics.run(engine, clinics);
        List<RecordedEvent> log = store.events(Clinics.run(engine, clinics));

        int carried = indexOf(SpendingCarried.class, log);
        assertTrue(carried > 0 && carried < indexOf(RoundStarted.class, log), "at " + carried);
    }

    private static int indexOf(Class<?> kind, List<RecordedEvent> log) {
        return log.stream().map(each -> each.event().getClass()).toList().indexOf(kind);
    }

    private Ledger ledger(String run, String node) {
        return Clinics.ledger(store, run, node);
    }

    private @Nullable SpendingCarried carried(String run) {
        return store.events(run).stream()
                .map(RecordedEvent::event)
                .filter(SpendingCarried.class::isInstance)
                .map(SpendingCarried.class::cast)
                .findFirst()
                .orElse(null);
    }
}
