package federarium.host;

import federarium.event.FederationCommand.AdvanceRound;
import federarium.event.FederationCommand.AdvanceStep;
import federarium.event.FederationCommand.ChangeSetting;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.LiveSignal;
import federarium.event.LiveSignal.Paused;
import federarium.event.RecordedEvent;
import federarium.event.Step;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Drives a watched federation round by round, from its start on. */
final class Paced implements Watcher {
    private final Federation federation;
    private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
    private final BlockingQueue<Paused> paused = new LinkedBlockingQueue<>();

    /** Waits until the initial model is measured. */
    Paced(Federation federation) {
        this.federation = federation;
        federation.watch(this);
        awaitClosing();
    }

    @Override
    public void happened(RecordedEvent event) {
        if (event.event() instanceof RoundClosed round) {
            closed.add(round.round());
        }
    }

    @Override
    public void signalled(LiveSignal signal) {
        if (signal instanceof Paused pause) {
            paused.add(pause);
        }
    }

    void advance(int rounds) {
        for (int i = 0; i < rounds; i++) {
            federation.submit(new AdvanceRound());
            awaitClosing();
        }
    }

    /** Goes on by up to five steps from the beginning of a round, the last one closed plus 1. */
    void step(int round, int steps) {
        awaitPause(new Paused(round, Step.CHOOSE_AND_SEND));
        for (int done = 1; done <= steps; done++) {
            federation.submit(new AdvanceStep());
            awaitPause(
                    done < Step.values().length
                            ? new Paused(round, Step.values()[done])
                            : new Paused(round + 1, Step.CHOOSE_AND_SEND));
        }
    }

    private void awaitPause(Paused wanted) {
        Paused told = await(paused);
        while (!told.equals(wanted)) {
            told = await(paused);
        }
    }

    void change(String key, String value) {
        federation.submit(new ChangeSetting(key, value));
    }

    private void awaitClosing() {
        var _ = await(closed);
    }

    private static <T> T await(BlockingQueue<T> told) {
        try {
            T next = told.poll(60, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("the federation stands still");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
