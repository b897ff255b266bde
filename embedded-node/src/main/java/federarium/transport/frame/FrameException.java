package federarium.transport.frame;

/** Bytes that are no frame; the message is a sentence for whoever has to know why. */
public final class FrameException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public FrameException(String message) {
        super(message);
    }

    public FrameException(String message, Throwable cause) {
        super(message, cause);
    }
}
