package federarium.privacy.secagg;

/**
 * A round of secure aggregation that cannot give its sum. The message says at which step and why.
 */
public final class AbortedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Step step;

    AbortedException(Step step, String reason) {
        super("secure aggregation stopped at the step \"%s\": %s".formatted(step, reason));
        this.step = step;
    }

    /** Too few nodes are left. */
    AbortedException(Step step, int survived, int needed, String whose) {
        this(
                step,
                ("%d nodes%s are left and %d are needed; allowed: fewer drop-outs, or a setting"
                                + " that bears more of them")
                        .formatted(survived, whose, needed));
    }

    public Step step() {
        return step;
    }
}
