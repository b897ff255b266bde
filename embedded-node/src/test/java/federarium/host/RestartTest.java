package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.SettingChanged;
import federarium.event.PrivacyEvent.RoundRestarted;
import federarium.event.RecordedEvent;
import federarium.host.Engine.Drive;
import federarium.persistence.RunState;
import federarium.persistence.RunStore;
import federarium.privacy.accounting.Charge;
import federarium.privacy.accounting.Ledger;
import federarium.projection.FederationState;
import federarium.projection.NodeState;
import federarium.projection.RoundPoint;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs on somebody's rows, whose noise is never drawn twice. */
class RestartTest {
    private static final Charge OF_A = new Charge(4, 1);

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

    /** The fourth step combines the updates, and charges the round. */
    @ParameterizedTest
    @CsvSource({"0, 0, 4", "1, 1, 4", "2, 1, 4", "3, 1, 4", "4, 1, 5", "5, 0, 4"})
    void aRunClosedAtAnyStepIsCompletedAndBothAttemptsCount(int steps, int restarts, int charges) {
        String run = interrupted(1, steps);

        FederationState live = resume(run);

        List<RecordedEvent> log = store.events(run);
        assertEquals(RunState.COMPLETED, store.run(run).state());
        assertEquals(restarts, count(RoundRestarted.class, log));
        assertEquals(Ledger.EMPTY.plus(OF_A, charges), Clinics.ledger(store, run, "c01"));
        assertEquals(
                Clinics.epsilon(Clinics.ledger(store, run, "c01")),
                Clinics.epsilon(store, run, "c01"));
        assertEquals(Runs.fold(log), live);
        assertSameButForTheNoise(undisturbed(), live);
    }

    /** A run of four rounds that is closed so many steps after some. */
    private String interrupted(int rounds, int steps) {
        Federation federation = engine.start(clinics, Drive.WATCHED);
        Paced pace = new Paced(federation);
        pace.advance(rounds);
        pace.step(rounds + 1, steps);
        federation.close();
        return federation.run();
    }

    private FederationState resume(String run) {
        return engine.resume(run, Drive.UNATTENDED).finished().join();
    }

    /** The same in a home of its own. */
    private FederationState undisturbed() {
        try (RunStore other = RunStore.inMemory();
                Engine alone = Engine.on(other, 1)) {
            return alone.start(clinics, Drive.UNATTENDED).finished().join();
        }
    }

    private static void assertSameButForTheNoise(FederationState expected, FederationState actual) {
        assertEquals(
                expected.points().stream().map(RestartTest::traffic).toList(),
                actual.points().stream().map(RestartTest::traffic).toList());
        assertEquals(
                expected.nodes().list().stream().map(NodeState::traffic).toList(),
                actual.nodes().list().stream().map(NodeState::traffic).toList());
    }

    private static List<Object> traffic(RoundPoint point) {
        return List.of(
                point.round(),
                point.cohort(),
                point.bytesUp(),
                point.bytesDown(),
                point.virtualSeconds());
    }

    private static long count(Class<? extends FederationEvent> kind, List<RecordedEvent> log) {
        return log.stream().filter(each -> kind.isInstance(each.event())).count();
    }

    @Test
    void aRunThatIsInterruptedAgainAndAgainPaysForEachAttempt() {
        String run = interrupted(1, 4);
        Federation again = engine.resume(run, Drive.WATCHED);
        again.close();
        Federation third = engine.resume(run, Drive.WATCHED);
        Paced pace = new Paced(third);
        pace.step(2, 4);
        third.close();

        resume(run);

        assertEquals(2, count(RoundRestarted.class, store.events(run)));
        assertEquals(Ledger.EMPTY.plus(OF_A, 6), Clinics.ledger(store, run, "c01"));
    }

    @Test
    void aChangeThatWasToActInTheInterruptedRoundActsOnce() {
        Federation federation = engine.start(clinics, Drive.WATCHED);
        Paced pace = new Paced(federation);
        pace.advance(1);
        pace.change("privacy.noiseMultiplier", "8");
        pace.step(2, 1);
        federation.close();
        Federation again = engine.resume(federation.run(), Drive.WATCHED);
        new Paced(again).step(2, 1);
        again.close();
        engine.resume(federation.run(), Drive.WATCHED).close();

        FederationState state = resume(federation.run());

        assertEquals(
                List.of(new SettingChanged(2, "privacy.noiseMultiplier", "8")), state.changes());
        assertEquals(
                Ledger.EMPTY.plus(OF_A, 1).plus(new Charge(8, 1), 3),
                Clinics.ledger(store, federation.run(), "c01"));
    }

    @Test
    void aChangeMadeBeforeTheRoundIsDoneAgainActsInIt() {
        String run = interrupted(1, 4);
        Federation again = engine.resume(run, Drive.WATCHED);
        Paced pace = new Paced(again);
        pace.change("privacy.noiseMultiplier", "8");
        pace.step(2, 5);
        again.close();

        assertEquals(
                List.of(new SettingChanged(2, "privacy.noiseMultiplier", "8")),
                Runs.fold(store.events(run)).changes());
    }

    @Test
    void everyRoundIsKeptHoweverManyNodesThereAre() throws IOException {
        Path rows = folder.resolve("many.csv");
        Files.writeString(rows, "clinic,x,y\n" + "A,1,0\nA,2,1\n".repeat(60));
        Map<String, String> dealt = Map.of("partition.kind", "iid", "clients", "51");
        clinics = Clinics.scenario(rows).with(dealt);

        assertEquals(2, store.latest(interrupted(2, 0)).orElseThrow().round());
    }

    @Test
    void aForkSharesARoundThatWasDoneAgainWithBothItsCharges() {
        String run = interrupted(1, 4);
        resume(run);

        Federation fork = engine.fork(run, 2, Map.of(), Drive.UNATTENDED);
        FederationState state = fork.finished().join();

        assertEquals(4, state.points().size() - 1);
        assertEquals(Ledger.EMPTY.plus(OF_A, 5 + 2), Clinics.ledger(store, fork.run(), "c01"));
    }

    @Test
    void aRunWhoseFileHasChangedIsNotGoneOnWith() throws IOException {
        String run = interrupted(1, 0);
        Path file = Clinics.file(folder, "rows.csv", 1);

        BadInputException refusal = assertThrows(BadInputException.class, () -> resume(run));

        assertEquals(
                run
                        + ": "
                        + file
                        + " has changed since the run began; put it back as it was, or start a"
                        + " new run",
                refusal.getMessage());
        assertEquals(RunState.INTERRUPTED, store.run(run).state());
    }

    @Test
    void roundsAreNotRunAgainToReplaceAStateThatIsMissing() {
        String run = interrupted(2, 0);
        String copy = store.create("clinics", store.run(run).settings(), 1, 4, null).id();
        store.append(copy, Beginning.renamed(store.events(run), copy));
        store.setState(copy, RunState.INTERRUPTED);

        BadInputException refusal = assertThrows(BadInputException.class, () -> resume(copy));

        assertTrue(
                String.valueOf(refusal.getMessage()).contains("its state after round 2 is missing"),
                refusal.getMessage());
    }
}
