package federarium.host;

import federarium.event.LiveSignal;
import federarium.event.LiveSignal.NodeTrained;
import federarium.event.LiveSignal.Paused;
import federarium.event.LiveSignal.StepEntered;
import federarium.event.LiveSignal.YardstickKnown;
import federarium.event.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The signals that still hold: the step that the run is in, who has trained in it, whether it waits
 * before the next, and the yardsticks known so far. Told in their order they show somebody who
 * comes late what the others see.
 */
final class StandingSignals {
    private final List<LiveSignal> signals = new ArrayList<>();

    /** Takes a signal up and drops those that it makes out of date. */
    void add(LiveSignal signal) {
        signals.removeIf(earlier -> overtakes(signal, earlier));
        signals.add(signal);
    }

    /** Oldest first. */
    List<LiveSignal> all() {
        return List.copyOf(signals);
    }

    private static boolean overtakes(LiveSignal later, LiveSignal earlier) {
        return switch (earlier) {
            case StepEntered _ -> later instanceof StepEntered;
            case Paused _ -> later instanceof Paused || later instanceof StepEntered;
            case NodeTrained _ ->
                    later instanceof StepEntered(int _, Step step) && step == Step.CHOOSE_AND_SEND;
            case YardstickKnown _ -> false;
        };
    }
}
