package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.SettingChanged;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.scenario.BadInputException;
import federarium.scenario.BuiltInScenarios;
import federarium.scenario.Scenario;
import federarium.scenario.Setting;
import federarium.scenario.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForkTest {

    @ParameterizedTest
    @CsvSource({"8, 0", "8, 3", "8, 6", "60, 3", "60, 5"})
    void aForkSharesTheRoundsBeforeItExactlyAndDiffersAfter(int clients, int round) {
        Scenario scenario = Runs.digits(6).with("clients", String.valueOf(clients));
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation parent = engine.start(scenario, Drive.UNATTENDED);
            parent.finished().join();
            Map<String, String> changes = Map.of("training.learningRate", "0.01", "rounds", "8");
            Federation fork = engine.fork(parent.run(), round, changes, Drive.UNATTENDED);
            fork.finished().join();

            List<FederationEvent> original = Runs.comparable(store.events(parent.run()));
            List<FederationEvent> forked = Runs.comparable(store.events(fork.run()));
            Runs.assertSame(through(round, original), through(round, forked));
            assertEquals(8, Runs.fold(store.events(fork.run())).points().size() - 1);
            assertEquals(2, forked.stream().filter(SettingChanged.class::isInstance).count());
            if (round < 6) {
                assertNotEquals(through(round + 1, original), through(round + 1, forked));
            }
        }
    }

    private static List<FederationEvent> through(int round, List<FederationEvent> events) {
        List<Integer> closed =
                IntStream.range(0, events.size())
                        .filter(i -> events.get(i) instanceof RoundClosed e && e.round() == round)
                        .boxed()
                        .toList();
        return events.subList(0, closed.getFirst() + 1);
    }

    @Test
    void aForkOfAForkGoesOnAfterBeingClosed() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation parent = engine.start(Runs.digits(4), Drive.UNATTENDED);
            parent.finished().join();
            Map<String, String> slower = Map.of("training.learningRate", "0.01");
            Federation child = engine.fork(parent.run(), 2, slower, Drive.UNATTENDED);
            child.finished().join();
            Map<String, String> reseeded = Map.of("seed", "7");
            Federation whole = engine.fork(child.run(), 3, reseeded, Drive.UNATTENDED);
            whole.finished().join();

            Federation closed = engine.fork(child.run(), 3, reseeded, Drive.WATCHED);
            closed.close();
            engine.resume(closed.run(), Drive.UNATTENDED).finished().join();

            Runs.assertSame(
                    Runs.comparable(store.events(whole.run())),
                    Runs.comparable(store.events(closed.run())));
        }
    }

    /** The data name eight nodes, so nobody knew before they were loaded. */
    @Test
    void whatCannotWorkWithTheNodesThatTheDataNameIsRefused() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Scenario hospital = BuiltInScenarios.open("hospital").with("rounds", "1");
            Federation parent =
                    engine.start(hospital.with("yardsticks", "never"), Drive.UNATTENDED);
            parent.finished().join();
            Map<String, String> bulyan =
                    Map.of("aggregation.rule", "bulyan", "aggregation.byzantine", "3");

            BadInputException refusal =
                    assertThrows(
                            BadInputException.class,
                            () -> engine.fork(parent.run(), 1, bulyan, Drive.UNATTENDED));

            assertEquals(
                    "--set: aggregation.byzantine: bulyan against f = 3 hostile clients needs"
                            + " n ≥ 4f + 3 = 15 in a round, and there are 8; allowed: 0 to 1",
                    refusal.getMessage());
        }
    }

    @Test
    void whatCannotChangeInMidRunIsRefusedWithWhatCan() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation parent = engine.start(Runs.digits(1), Drive.UNATTENDED);
            parent.finished().join();

            BadInputException refusal =
                    assertThrows(
                            BadInputException.class,
                            () ->
                                    engine.fork(
                                            parent.run(),
                                            1,
                                            Map.of("model.hidden", "[8]"),
                                            Drive.UNATTENDED));

            assertEquals(
                    "--set: model.hidden: can't change in mid-run; allowed: "
                            + Settings.all().stream()
                                    .filter(Setting::live)
                                    .map(Setting::key)
                                    .collect(Collectors.joining(", "))
                            + "; start a new run for others",
                    refusal.getMessage());
            assertEquals(1, store.runs().size());
        }
    }
}
