package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.SettingChanged;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.projection.RoundPoint;
import federarium.scenario.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs on simulated devices. */
class DevicesTest {

    @ParameterizedTest
    @ValueSource(strings = {"wait", "deadline", "partial"})
    void repeatWhateverTheNumberOfThreads(String stragglers) {
        Scenario scenario = phones(stragglers);

        Runs.assertSame(
                Runs.comparable(Runs.log(scenario, 1)), Runs.comparable(Runs.log(scenario, 2)));
    }

    @Test
    void changeNoModelWhereAllAreAlikeAndWaitedFor() {
        Scenario uniform = Runs.digits(3);
        Scenario servers = uniform.with("devices.profile", "silos");

        assertEquals(
                Runs.fold(Runs.log(uniform, 2)).modelSha256(),
                Runs.fold(Runs.log(servers, 2)).modelSha256());
    }

    @Test
    void makeTheClockRunWithEveryRound() {
        List<RoundPoint> points = Runs.fold(Runs.log(phones("wait"), 2)).points();

        assertEquals(0, points.get(0).virtualSeconds());
        for (int round = 1; round < points.size(); round++) {
            assertTrue(points.get(round).virtualSeconds() > points.get(round - 1).virtualSeconds());
        }
    }

    @Test
    void boundARoundByItsDeadline() {
        for (RoundPoint point : Runs.fold(Runs.log(phones("deadline"), 2)).points()) {
            assertTrue(point.virtualSeconds() <= .3 * point.round() + 1e-9);
        }
    }

    /** All but the quickest phones have time for some of their steps only. */
    @Test
    void shortenTheTrainingOfSlowOnes() {
        List<Integer> steps =
                Runs.comparable(Runs.log(phones("partial"), 2)).stream()
                        .filter(UpdateReceived.class::isInstance)
                        .map(event -> ((UpdateReceived) event).steps())
                        .distinct()
                        .toList();

        assertTrue(steps.size() > 1, steps.toString());
    }

    @Test
    void comeAndGoFromTheNextRoundOnAndDoSoAgainInAForkAndAResumedRun() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation live = engine.start(phones("deadline"), Drive.WATCHED);
            Paced pace = new Paced(live);
            pace.advance(1);
            pace.change("nodes.dropped", "[c03, c04, c05]");
            pace.change("nodes.delay", "[c01=60]");
            pace.advance(2);
            pace.change("nodes.dropped", "[]");
            pace.advance(1);
            live.close();
            engine.resume(live.run(), Drive.UNATTENDED).finished().join();
            List<FederationEvent> log = Runs.comparable(store.events(live.run()));
            Federation fork = engine.fork(live.run(), 3, Map.of(), Drive.UNATTENDED);
            fork.finished().join();

            assertTrue(log.contains(new SettingChanged(2, "nodes.dropped", "[c03, c04, c05]")));
            assertTrue(cohort(1, log).contains("c03") || cohort(1, log).contains("c04"));
            assertTrue(cohort(2, log).stream().noneMatch(List.of("c03", "c04", "c05")::contains));
            assertNotEquals(List.of(), cohort(4, log));
            Runs.assertSame(
                    log.stream().filter(event -> event.round() <= 3).toList(),
                    Runs.comparable(store.events(fork.run())).stream()
                            .filter(event -> event.round() <= 3)
                            .toList());
        }
    }

    @Test
    void goOnAtTheSameSecondInAResumedRunAndInAFork() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation whole = engine.start(phones("partial"), Drive.UNATTENDED);
            whole.finished().join();
            List<FederationEvent> expected = Runs.comparable(store.events(whole.run()));

            Federation closed = engine.start(phones("partial"), Drive.WATCHED);
            new Paced(closed).advance(2);
            closed.close();
            engine.resume(closed.run(), Drive.UNATTENDED).finished().join();
            Runs.assertSame(expected, Runs.comparable(store.events(closed.run())));

            Federation fork = engine.fork(whole.run(), 2, Map.of(), Drive.UNATTENDED);
            fork.finished().join();
            Runs.assertSame(expected, Runs.comparable(store.events(fork.run())));
        }
    }

    private static List<String> cohort(int round, List<FederationEvent> log) {
        return log.stream()
                .filter(event -> event instanceof RoundStarted && event.round() == round)
                .flatMap(event -> ((RoundStarted) event).cohort().stream())
                .toList();
    }

    private static Scenario phones(String stragglers) {
        Scenario phones =
                Runs.digits(5)
                        .with("devices.profile", "phones")
                        .with("training.localEpochs", "20")
                        .with("devices.stragglers", stragglers);
        return stragglers.equals("wait") ? phones : phones.with("devices.deadline", ".3");
    }
}
