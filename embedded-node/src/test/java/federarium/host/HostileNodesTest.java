package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import federarium.event.EvidenceEvent.BackdoorMeasured;
import federarium.event.EvidenceEvent.UpdatesCompared;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RunStarted;
import federarium.event.FederationEvent.SettingChanged;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.projection.FederationState.Status;
import federarium.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs in which c07 and c08 are hostile: they must repeat, go on and branch as honest ones do. */
class HostileNodesTest {
    static final List<String> ATTACKS =
            List.of(
                    "attack.kind=labelFlip",
                    "attack.kind=signFlip",
                    "attack.kind=gaussian",
                    "attack.kind=replacement",
                    "attack.kind=backdoor",
                    "attack.kind=alie attack.z=1.5",
                    "attack.kind=ipm",
                    "attack.kind=freeRider",
                    "attack.kind=freeRider attack.disguised=true");

    /** Where a round's average is not all there is, with attacks of each way to be made. */
    static final List<String> FEDERATIONS =
            List.of(
                    "attack.kind=backdoor topology.kind=hierarchical topology.edges=2",
                    "attack.kind=alie attack.z=1 topology.kind=hierarchical topology.edges=2",
                    "attack.kind=freeRider attack.disguised=true mode=fedAsync rounds=20",
                    "attack.kind=ipm mode=fedBuff",
                    "attack.kind=signFlip mode=gossip topology.kind=ring",
                    "attack.kind=alie attack.z=1 mode=gossip topology.kind=ring",
                    "attack.kind=freeRider attack.disguised=true mode=gossip topology.kind=ring");

    @ParameterizedTest
    @FieldSource({"ATTACKS", "FEDERATIONS"})
    void areTheSameOnOneThreadAndOnTwo(String attack) {
        Runs.assertSame(events(attacked(attack), 1), events(attacked(attack), 2));
    }

    @ParameterizedTest
    @FieldSource({"ATTACKS", "FEDERATIONS"})
    void goOnAfterARunWasClosed(String attack) {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation first = engine.start(attacked(attack), Drive.WATCHED);
            new Paced(first).advance(2);
            first.close();
            engine.resume(first.run(), Drive.UNATTENDED).finished().join();

            Runs.assertSame(
                    events(attacked(attack), 2), Runs.comparable(store.events(first.run())));
        }
    }

    @ParameterizedTest
    @FieldSource({"ATTACKS", "FEDERATIONS"})
    void goOnInABranchUntilItMakesThemHonest(String attack) {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation parent = engine.start(attacked(attack), Drive.UNATTENDED);
            parent.finished().join();
            Federation same = engine.fork(parent.run(), 2, Map.of(), Drive.UNATTENDED);
            Federation honest =
                    engine.fork(parent.run(), 2, Map.of("attack.kind", "none"), Drive.UNATTENDED);
            same.finished().join();

            List<FederationEvent> events = Runs.comparable(store.events(parent.run()));
            Runs.assertSame(events, Runs.comparable(store.events(same.run())));
            assertNotEquals(
                    parent.finished().join().modelSha256(), honest.finished().join().modelSha256());
            Runs.assertSame(
                    through(2, events), through(2, Runs.comparable(store.events(honest.run()))));
        }
    }

    @ParameterizedTest
    @FieldSource({"ATTACKS", "FEDERATIONS"})
    void endTheirRunWithAnotherModel(String attack) {
        var attacked = Runs.fold(Runs.log(attacked(attack), 2));
        var honest = Runs.fold(Runs.log(attacked(attack).with("attack.kind", "none"), 2));

        assertEquals(Status.COMPLETED, attacked.outcome().status());
        assertNotEquals(honest.modelSha256(), attacked.modelSha256());
    }

    @Test
    void areHonestUntilTheirFirstRound() {
        Scenario scenario = attacked("attack.kind=signFlip attack.from=3");
        List<FederationEvent> honest = events(scenario.with("attack.kind", "none"), 2);
        List<FederationEvent> hostile = events(scenario, 2);

        Runs.assertSame(untold(through(2, honest)), untold(through(2, hostile)));
        assertEquals(List.of(false, false, true, true), turned(hostile));
    }

    /** All but the settings that it was started with. */
    private static List<FederationEvent> untold(List<FederationEvent> events) {
        return events.stream().filter(each -> !(each instanceof RunStarted)).toList();
    }

    @Test
    void turnHostileInTheRoundAfterTheyAreTold() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation run = engine.start(Runs.digits(4), Drive.WATCHED);
            Paced pace = new Paced(run);
            pace.advance(1);
            pace.change("attack.kind", "signFlip");
            pace.advance(2);
            pace.change("attack.kind", "none");
            pace.advance(1);
            run.finished().join();

            List<FederationEvent> log = Runs.comparable(store.events(run.run()));
            assertEquals(List.of(false, true, true, false), turned(log));
            assertEquals(
                    List.of(
                            new SettingChanged(2, "attack.kind", "signFlip"),
                            new SettingChanged(4, "attack.kind", "none")),
                    log.stream().filter(SettingChanged.class::isInstance).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void goOnAsTheyWereToldInMidRun(int roundsAfter) {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation whole = engine.start(Runs.digits(4), Drive.WATCHED);
            told(whole, 3);
            whole.finished().join();
            Federation first = engine.start(Runs.digits(4), Drive.WATCHED);
            told(first, roundsAfter);
            first.close();
            engine.resume(first.run(), Drive.UNATTENDED).finished().join();

            Runs.assertSame(
                    Runs.comparable(store.events(whole.run())),
                    Runs.comparable(store.events(first.run())));
        }
    }

    private static void told(Federation federation, int roundsAfter) {
        Paced pace = new Paced(federation);
        pace.advance(1);
        pace.change("attack.kind", "backdoor");
        pace.change("attack.clients", "[c02]");
        pace.change("attack.target", "3");
        pace.advance(roundsAfter);
    }

    @Test
    void areProbedForTheirBackdoorFromTheRoundInWhichItIsPlanned() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation run = engine.start(Runs.digits(4), Drive.WATCHED);
            told(run, 3);
            run.finished().join();

            assertEquals(
                    List.of("2: 3", "3: 3", "4: 3"),
                    Runs.comparable(store.events(run.run())).stream()
                            .filter(BackdoorMeasured.class::isInstance)
                            .map(event -> (BackdoorMeasured) event)
                            .map(each -> each.round() + ": " + each.target())
                            .toList());
        }
    }

    /** Whether c08's update points away from the mean of all, round by round. */
    private static List<Boolean> turned(List<FederationEvent> log) {
        return log.stream()
                .filter(UpdatesCompared.class::isInstance)
                .map(event -> ((UpdatesCompared) event).updates().getLast().cosine() < 0)
                .toList();
    }

    private static List<FederationEvent> through(int round, List<FederationEvent> events) {
        int closed = 0;
        while (!(events.get(closed) instanceof RoundClosed e && e.round() == round)) {
            closed++;
        }
        return events.subList(0, closed + 1);
    }

    private static List<FederationEvent> events(Scenario scenario, int threads) {
        return Runs.comparable(Runs.log(scenario, threads));
    }

    private static Scenario attacked(String settings) {
        Map<String, String> changes = new LinkedHashMap<>(Map.of("attack.clients", "2"));
        for (String setting : settings.split(" ")) {
            String[] keyAndValue = setting.split("=");
            changes.put(keyAndValue[0], keyAndValue[1]);
        }
        return Runs.digits(4).with(changes);
    }
}
