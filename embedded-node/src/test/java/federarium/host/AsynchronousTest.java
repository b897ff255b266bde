package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.projection.FederationState;
import federarium.projection.FederationState.Status;
import federarium.scenario.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs in which clients don't wait for each other. */
class AsynchronousTest {

    @ParameterizedTest
    @ValueSource(strings = {"fedAsync", "fedBuff"})
    void repeatWhateverTheNumberOfThreads(String mode) {
        Scenario scenario = phones(mode);

        Runs.assertSame(
                Runs.comparable(Runs.log(scenario, 1)), Runs.comparable(Runs.log(scenario, 3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedAsync", "fedBuff"})
    void goOnInAResumedRunAndInAForkWithWhoWasInTraining(String mode) {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation whole = engine.start(phones(mode), Drive.WATCHED);
            changing(whole, 8);
            whole.finished().join();
            List<FederationEvent> expected = Runs.comparable(store.events(whole.run()));

            Federation closed = engine.start(phones(mode), Drive.WATCHED);
            changing(closed, 3);
            closed.close();
            engine.resume(closed.run(), Drive.UNATTENDED).finished().join();
            Runs.assertSame(expected, Runs.comparable(store.events(closed.run())));

            Federation fork = engine.fork(whole.run(), 5, Map.of(), Drive.UNATTENDED);
            fork.finished().join();
            Runs.assertSame(expected, Runs.comparable(store.events(fork.run())));
        }
    }

    /** Who was sent a model before the changes trains by the settings of then. */
    private static void changing(Federation federation, int roundsAfter) {
        Paced pace = new Paced(federation);
        pace.advance(2);
        pace.change("training.learningRate", "0.03");
        pace.change("nodes.delay", "[c02=0.2]");
        pace.advance(roundsAfter);
    }

    @Test
    void countAnUpdateByItsStaleness() {
        List<Double> staleness =
                Runs.comparable(Runs.log(phones("fedAsync"), 2)).stream()
                        .filter(UpdatesAggregated.class::isInstance)
                        .flatMap(event -> ((UpdatesAggregated) event).shares().stream())
                        .map(share -> share.score() == null ? -1 : share.score().value())
                        .distinct()
                        .toList();

        assertTrue(staleness.size() > 2, staleness.toString());
    }

    @Test
    void learn() {
        Scenario scenario = phones("fedBuff").with("rounds", "30");
        FederationState end = Runs.fold(Runs.log(scenario, 2));

        assertEquals(Status.COMPLETED, end.outcome().status());
        double accuracy = end.points().get(30).evaluation().accuracy();
        assertTrue(accuracy > .9, "accuracy " + accuracy);
    }

    private static Scenario phones(String mode) {
        Scenario scenario =
                Runs.digits(10)
                        .with("devices.profile", "phones")
                        .with("cohort.fraction", ".6")
                        .with("mode", mode);
        return mode.equals("fedBuff") ? scenario.with("aggregation.bufferSize", "3") : scenario;
    }
}
