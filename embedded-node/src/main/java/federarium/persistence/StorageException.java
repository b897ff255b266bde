package federarium.persistence;

/**
 * The run store cannot do what it was asked. The message is one line for the user: the place, what
 * is wrong there, what to do. It is shown as it is, without a stack trace.
 */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
