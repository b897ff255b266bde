package federarium.scenario;

/**
 * Something a user gave cannot be used. The message is one line for that user: the place, what is
 * wrong there, what is allowed. It is shown as it is, without a stack trace.
 */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadInputException(String message) {
        super(message);
    }

    public BadInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
