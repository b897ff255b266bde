package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.event.FederationCommand.ChangeSetting;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.SettingChanged;
import federarium.event.RecordedEvent;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.scenario.BadInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveChangeTest {

    @Test
    void aChangeActsFromTheNextRoundOnAndIsAnEvent() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2);
                Federation federation = engine.start(Runs.digits(4), Drive.WATCHED)) {
            Paced federationPace = new Paced(federation);
            federationPace.advance(1);
            federationPace.change("cohort.fraction", "0.25");
            federationPace.advance(1);

            List<FederationEvent> log =
                    store.events(federation.run()).stream().map(RecordedEvent::event).toList();
            assertEquals(8, cohort(1, log));
            assertEquals(2, cohort(2, log));
            int change = log.indexOf(new SettingChanged(2, "cohort.fraction", "0.25"));
            assertEquals(RoundStarted.class, log.get(change + 1).getClass());
        }
    }

    private static int cohort(int round, List<FederationEvent> log) {
        return log.stream()
                .filter(event -> event instanceof RoundStarted && event.round() == round)
                .map(event -> ((RoundStarted) event).cohort().size())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aValueThatDoesNotFitIsRefusedAtOnce() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2);
                Federation federation = engine.start(Runs.digits(4), Drive.WATCHED)) {

            BadInputException refusal =
                    assertThrows(
                            BadInputException.class,
                            () ->
                                    federation.submit(
                                            new ChangeSetting("training.learningRate", "fast")));

            assertEquals(
                    "--set: training.learningRate: 'fast' does not fit; allowed: a number from 0"
                            + " to 1000",
                    refusal.getMessage());
        }
    }

    @Test
    void aChangeIsCheckedOnTopOfTheOnesBeforeIt() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2);
                Federation federation = engine.start(Runs.digits(3), Drive.WATCHED)) {
            Paced pace = new Paced(federation);
            pace.advance(1);
            pace.change("aggregation.rule", "krum");
            BadInputException refusal =
                    assertThrows(
                            BadInputException.class,
                            () -> federation.submit(new ChangeSetting("cohort.fraction", "0.25")));
            pace.change("aggregation.byzantine", "2");
            pace.advance(2);
            federation.finished().join();

            assertEquals(
                    "--set: aggregation.rule: krum against f = 0 hostile clients needs"
                            + " n ≥ 2f + 3 = 3 in a round, and there are 2;"
                            + " allowed: 3 clients or more",
                    refusal.getMessage());
            assertEquals(7, Runs.fold(store.events(federation.run())).round().rejected().size());
        }
    }
}
