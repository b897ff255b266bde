package federarium.topology;

/** There is no such graph. The message says why, and after "allowed:" which there are. */
public final class ImpossibleGraphException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    ImpossibleGraphException(String problem, String allowed) {
        super(problem + "; allowed: " + allowed);
    }
}
