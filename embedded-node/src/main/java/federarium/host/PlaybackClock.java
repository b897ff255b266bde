package federarium.host;

import federarium.coordinator.Pace;
import federarium.event.FederationCommand;
import federarium.event.FederationCommand.AdvanceRound;
import federarium.event.FederationCommand.AdvanceStep;
import federarium.event.FederationCommand.Pause;
import federarium.event.FederationCommand.Play;
import federarium.event.LiveSignal;
import federarium.event.Step;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The pace of a run that somebody watches: plays, pauses, and advances by a step or a round. At
 * speed 1 a step is entered no sooner than 0.6 s after the one before it, so a round takes 3 s.
 */
final class PlaybackClock implements Pace {
    private static final Duration STEP_AT_NORMAL_SPEED = Duration.ofMillis(600);

    private final Consumer<LiveSignal> signals;
    private Mode mode;
    private long lastEntered = System.nanoTime();
    private @Nullable Waiting waiting;

    private sealed interface Mode {
        record Playing(double speed) implements Mode {}

        record Stopped() implements Mode {}

        /**
         * Plays without waiting until the given step, or any step if null, is about to begin; at
         * least one step is entered, so that asking between two steps is not asking for nothing.
         */
        record Until(@Nullable Step step, boolean entered) implements Mode {
            boolean ends(Step next) {
                return entered && (step == null || step == next);
            }
        }
    }

    private record Waiting(int round, Step step, CompletableFuture<Step> permission) {}

    /** A clock that stands still. */
    PlaybackClock(Consumer<LiveSignal> signals) {
        this.mode = new Mode.Stopped();
        this.signals = signals;
    }

    @Override
    public synchronized CompletableFuture<Step> permit(int round, Step step) {
        if (mode instanceof Mode.Until until && until.ends(step)) {
            mode = new Mode.Stopped();
        }
        Waiting next = new Waiting(round, step, new CompletableFuture<>());
        waiting = next;
        consider(next);
        return next.permission();
    }

    /** Takes the commands that concern time; others change nothing here. */
    synchronized void obey(FederationCommand command) {
        switch (command) {
            case Play play -> mode = new Mode.Playing(play.speed());
            case Pause _ -> mode = new Mode.Stopped();
            case AdvanceStep _ -> mode = new Mode.Until(null, false);
            case AdvanceRound _ -> mode = new Mode.Until(Step.CHOOSE_AND_SEND, false);
            default -> {
                return;
            }
        }
        if (waiting != null) {
            consider(waiting);
        }
    }

    private void consider(Waiting next) {
        switch (mode) {
            case Mode.Stopped _ -> signals.accept(new LiveSignal.Paused(next.round(), next.step()));
            case Mode.Until _ -> enter(next);
            case Mode.Playing(double speed) -> {
                long wait = (long) (STEP_AT_NORMAL_SPEED.toNanos() / speed);
                long left = lastEntered + wait - System.nanoTime();
                if (left <= 0) {
                    enter(next);
                } else {
                    Executor later = CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS);
                    later.execute(() -> reconsider(next));
                }
            }
        }
    }

    private synchronized void reconsider(Waiting earlier) {
        if (earlier.equals(waiting) && mode instanceof Mode.Playing) {
            consider(earlier);
        }
    }

    private void enter(Waiting next) {
        waiting = null;
        lastEntered = System.nanoTime();
        if (mode instanceof Mode.Until until) {
            mode = new Mode.Until(until.step(), true);
        }
        next.permission().complete(next.step());
    }
}
