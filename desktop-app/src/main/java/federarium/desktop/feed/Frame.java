package federarium.desktop.feed;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelSent;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.YardstickMeasured;
import federarium.event.LiveSignal;
import federarium.event.LiveSignal.NodeTrained;
import federarium.event.LiveSignal.Paused;
import federarium.event.LiveSignal.StepEntered;
import federarium.event.LiveSignal.YardstickKnown;
import federarium.event.PrivacyEvent.RoundRestarted;
import federarium.event.Step;
import federarium.projection.FederationState;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * What there is to show at one moment: the fold over the events, and the signals since.
 *
 * @param state what the log says
 * @param round the round that the run is in, or was in last
 * @param step the step that it is in or was in last; null before the first round
 * @param next the step that it waits before, or null while it goes on
 * @param trained the nodes that finished local training in this round
 * @param known yardsticks that the log will hold once the run ends
 * @param payload bytes of the model as it was last sent to a node
 * @param sealed whether there is an attack of which no more may be told
 */
public record Frame(
        FederationState state,
        int round,
        @Nullable Step step,
        @Nullable Step next,
        PSet<String> trained,
        PSet<YardstickMeasured> known,
        long payload,
        boolean sealed) {

    /** Before anything happened. */
    public static final Frame EMPTY =
            new Frame(
                    FederationState.EMPTY,
                    0,
                    null,
                    null,
                    HashTreePSet.empty(),
                    HashTreePSet.empty(),
                    0,
                    false);

    /** After one more event. */
    public Frame after(FederationEvent event) {
        long bytes = event instanceof ModelSent sent ? sent.bytes() : payload;
        int current =
                switch (event) {
                    case RoundStarted _, RoundClosed _ -> event.round();
                    case RoundRestarted _ -> event.round() - 1;
                    default -> round;
                };
        return new Frame(state.apply(event), current, step, next, trained, known, bytes, sealed);
    }

    /** After one more signal. */
    public Frame after(LiveSignal signal) {
        return switch (signal) {
            case StepEntered s ->
                    new Frame(
                            state,
                            s.round(),
                            s.step(),
                            null,
                            s.step() == Step.CHOOSE_AND_SEND ? HashTreePSet.empty() : trained,
                            known,
                            payload,
                            sealed);
            case NodeTrained s ->
                    new Frame(
                            state,
                            round,
                            step,
                            next,
                            trained.plus(s.node()),
                            known,
                            payload,
                            sealed);
            case YardstickKnown s ->
                    new Frame(
                            state,
                            round,
                            step,
                            next,
                            trained,
                            known.plus(s.yardstick()),
                            payload,
                            sealed);
            case Paused s ->
                    new Frame(state, round, step, s.next(), trained, known, payload, sealed);
        };
    }

    Frame sealed(boolean now) {
        return new Frame(state, round, step, next, trained, known, payload, now);
    }

    public boolean paused() {
        return next != null;
    }

    public boolean running() {
        return state.outcome().status() == FederationState.Status.RUNNING;
    }

    /** Whether the run has begun: everybody has joined and the first model is measured. */
    public boolean ready() {
        return !state.points().isEmpty();
    }

    /** Every yardstick that is known so far, by round. */
    public List<YardstickMeasured> yardsticks() {
        return Stream.concat(state.yardsticks().points().stream(), known.stream())
                .sorted(Comparator.comparingInt(YardstickMeasured::round))
                .distinct()
                .toList();
    }
}
