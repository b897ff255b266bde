package federarium.host;

import federarium.event.FederationEvent;
import federarium.event.RecordedEvent;

/** A run that was to go on did something else than its log says: its data or program changed. */
final class DifferentRunException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DifferentRunException(String run, RecordedEvent logged, FederationEvent now) {
        super(
                ("%s: cannot go on: event %d was %s, and is %s now; the data or the program changed"
                                + " since; nothing was added to the run")
                        .formatted(
                                run,
                                logged.seq(),
                                brief(logged.event()),
                                logged.event().getClass().equals(now.getClass())
                                        ? "different"
                                        : brief(now)));
    }

    private static String brief(FederationEvent event) {
        return event.getClass().getSimpleName() + " of round " + event.round();
    }
}
