package federarium.host;

import federarium.event.LiveSignal;
import federarium.event.RecordedEvent;

/**
 * Somebody who is told what happens in a federation. Called from one thread at a time, in the order
 * of the log, and after an event is durable; what takes long here holds the next event up.
 */
public interface Watcher {

    void happened(RecordedEvent event);

    /** Progress that the log does not hold. */
    default void signalled(LiveSignal signal) {}
}
