package federarium.event;

import java.time.Instant;

/**
 * An event as the log holds it.
 *
 * @param seq its number in the run, from 1 without gaps
 * @param at when it was numbered, to the microsecond
 */
public record RecordedEvent(long seq, Instant at, FederationEvent event) {}
