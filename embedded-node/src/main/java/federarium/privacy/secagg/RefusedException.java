package federarium.privacy.secagg;

/**
 * A message that one side of secure aggregation does not accept; the message says why. What was
 * refused has changed nothing: the right message can still follow.
 */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedException(String reason) {
        super(reason);
    }

    RefusedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
