package federarium.desktop.feed;

import federarium.event.LiveSignal;
import federarium.event.RecordedEvent;
import federarium.host.Watcher;
import java.util.concurrent.atomic.AtomicReference;

/** Folds a federation's events on the engine's thread and keeps the newest frame for the window. */
public final class Feed implements Watcher {
    private final AtomicReference<Sight> newest = new AtomicReference<>(Sight.EMPTY);

    /** The newest frame; any thread may ask, at any time. */
    public Frame newest() {
        return newest.get().told();
    }

    /**
     * Keeps it secret what attack begins after that round, and with whom.
     *
     * @param round one of which nothing of the attack has happened yet
     */
    public void seal(int round) {
        newest.updateAndGet(sight -> sight.sealed(round));
    }

    /** Tells what was kept secret. */
    public void unseal() {
        newest.updateAndGet(Sight::open);
    }

    @Override
    public void happened(RecordedEvent event) {
        newest.updateAndGet(sight -> sight.after(event.event()));
    }

    @Override
    public void signalled(LiveSignal signal) {
        newest.updateAndGet(sight -> sight.after(signal));
    }
}
