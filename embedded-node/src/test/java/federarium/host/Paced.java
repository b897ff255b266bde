package federarium.host;

import federarium.event.FederationCommand.AdvanceRound;
import federarium.event.FederationCommand.ChangeSetting;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.RecordedEvent;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Drives a watched federation round by round, from its start on. */
final class Paced {
    private final Federation federation;
    private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();

    /** Waits until the initial model is measured. */
    Paced(Federation federation) {
        this.federation = federation;
        federation.watch(this::happened);
        awaitClosing();
    }

    private void happened(RecordedEvent event) {
        if (event.event() instanceof RoundClosed round) {
            closed.add(round.round());
        }
    }

    void advance(int rounds) {
        for (int i = 0; i < rounds; i++) {
            federation.submit(new AdvanceRound());
            awaitClosing();
        }
    }

    void change(String key, String value) {
        federation.submit(new ChangeSetting(key, value));
    }

    private void awaitClosing() {
        try {
            if (closed.poll(60, TimeUnit.SECONDS) == null) {
                throw new AssertionError("the federation stands still");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
