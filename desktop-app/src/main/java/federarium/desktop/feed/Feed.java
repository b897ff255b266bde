package federarium.desktop.feed;

import federarium.event.LiveSignal;
import federarium.event.RecordedEvent;
import federarium.host.Watcher;
import java.util.concurrent.atomic.AtomicReference;

/** Folds a federation's events on the engine's thread and keeps the newest frame for the window. */
public final class Feed implements Watcher {
    private final AtomicReference<Frame> newest = new AtomicReference<>(Frame.EMPTY);

    /** The newest frame; any thread may ask, at any time. */
    public Frame newest() {
        return newest.get();
    }

    @Override
    public void happened(RecordedEvent event) {
        newest.updateAndGet(frame -> frame.after(event.event()));
    }

    @Override
    public void signalled(LiveSignal signal) {
        newest.updateAndGet(frame -> frame.after(signal));
    }
}
