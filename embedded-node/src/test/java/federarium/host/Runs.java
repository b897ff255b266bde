package federarium.host;

import federarium.event.FederationEvent;
import federarium.event.RecordedEvent;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.projection.FederationState;
import federarium.scenario.BuiltInScenarios;
import federarium.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** Small runs to test with. */
final class Runs {
    private Runs() {}

    /** The built-in digits with fewer rounds and no yardsticks. */
    static Scenario digits(int rounds) {
        return BuiltInScenarios.open("digits")
                .with("rounds", String.valueOf(rounds))
                .with("yardsticks", "never");
    }

    /** Runs a scenario to its end and returns what its log holds. */
    static List<RecordedEvent> log(Scenario scenario, int threads) {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, threads)) {
            Federation federation = engine.start(scenario, Drive.UNATTENDED);
            federation.finished().join();
            return store.events(federation.run());
        }
    }

    /** The events of a log as those of a run called X: all that may not differ. */
    static List<FederationEvent> comparable(List<RecordedEvent> log) {
        return Beginning.renamed(log, "X").stream().map(RecordedEvent::event).toList();
    }

    /** Fails at the first event that differs, and shows no other. */
    static void assertSame(List<FederationEvent> expected, List<FederationEvent> actual) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            Assertions.assertEquals(expected.get(i), actual.get(i), "event " + (i + 1));
        }
        Assertions.assertEquals(expected.size(), actual.size(), "number of events");
    }

    static FederationState fold(List<RecordedEvent> log) {
        FederationState state = FederationState.EMPTY;
        for (RecordedEvent event : log) {
            state = state.apply(event.event());
        }
        return state;
    }
}
