package federarium.event;

import federarium.event.FederationEvent.RunStarted;
import java.time.Instant;

/**
 * An event as the log holds it.
 *
 * @param seq its number in the run, from 1 without gaps
 * @param at when it was numbered, to the microsecond
 */
public record RecordedEvent(long seq, Instant at, FederationEvent event) {

    /** The same in the log of another run, whose id only the first event holds. */
    public RecordedEvent under(String run) {
        return event instanceof RunStarted started
                ? new RecordedEvent(seq, at, started.under(run))
                : this;
    }
}
