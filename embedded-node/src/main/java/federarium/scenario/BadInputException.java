package federarium.scenario;

import org.jspecify.annotations.Nullable;

/**
 * Something a user gave cannot be used. The message is one line for that user: the place, what is
 * wrong there, what is allowed. It is shown as it is, without a stack trace.
 */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final @Nullable String key;
    private final String problem;

    public BadInputException(String message) {
        super(message);
        this.key = null;
        this.problem = message;
    }

    public BadInputException(String message, Throwable cause) {
        super(message, cause);
        this.key = null;
        this.problem = message;
    }

    private BadInputException(String place, String key, String problem) {
        super(place + ": " + problem);
        this.key = key;
        this.problem = problem;
    }

    /**
     * A setting that takes the value, but does not go with the data or the other settings. Whoever
     * finds that out need not know where it was written: {@link Scenario#placing} does.
     */
    public static BadInputException of(String key, String problem) {
        return new BadInputException(key, key, problem);
    }

    /** The same at the place where the document has the key. */
    BadInputException in(ScenarioDocument document) {
        if (key == null) {
            return this;
        }
        BadInputException placed = new BadInputException(document.place(key), key, problem);
        placed.initCause(this);
        return placed;
    }
}
