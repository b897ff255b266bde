package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.event.FederationEvent.YardstickMeasured;
import federarium.event.LiveSignal;
import federarium.event.LiveSignal.NodeTrained;
import federarium.event.LiveSignal.Paused;
import federarium.event.LiveSignal.StepEntered;
import federarium.event.LiveSignal.YardstickKnown;
import federarium.event.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingSignalsTest {
    private static final LiveSignal CHOOSING = new StepEntered(1, Step.CHOOSE_AND_SEND);
    private static final LiveSignal TRAINING = new StepEntered(1, Step.TRAIN);
    private static final LiveSignal TRAINED = new NodeTrained(1, "c01");
    private static final LiveSignal PAUSED = new Paused(1, Step.PROTECT_AND_SEND);
    private static final LiveSignal POOLED = new YardstickKnown(new YardstickMeasured(9, .5, 0, 1));

    @Test
    void areTheStepWhoTrainedInItAndWhatItWaitsFor() {
        assertEquals(
                List.of(TRAINING, TRAINED, PAUSED), standing(CHOOSING, TRAINING, TRAINED, PAUSED));
    }

    @Test
    void forgetAPauseThatIsOver() {
        LiveSignal sending = new StepEntered(1, Step.PROTECT_AND_SEND);

        assertEquals(List.of(TRAINED, sending), standing(TRAINING, TRAINED, PAUSED, sending));
    }

    @Test
    void forgetWhoTrainedInTheRoundBefore() {
        LiveSignal choosingAgain = new StepEntered(2, Step.CHOOSE_AND_SEND);

        assertEquals(List.of(choosingAgain), standing(TRAINING, TRAINED, PAUSED, choosingAgain));
    }

    @Test
    void sayOnceThatTheRunWaits() {
        assertEquals(List.of(PAUSED), standing(PAUSED, PAUSED));
    }

    @Test
    void holdYardsticksForTheWholeRun() {
        assertEquals(List.of(POOLED, CHOOSING), standing(POOLED, PAUSED, CHOOSING));
    }

    private static List<LiveSignal> standing(LiveSignal... signals) {
        StandingSignals standing = new StandingSignals();
        for (LiveSignal signal : signals) {
            standing.add(signal);
        }
        return standing.all();
    }
}
