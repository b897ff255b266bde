package federarium.host;

/** What a rebuilt row says about what protects it, in a sentence or two. */
final class RebuildMeaning {
    private RebuildMeaning() {}

    /**
     * @param rows that one picture stands for
     * @param cosine how like the original it is
     */
    static String of(Exhibit exhibit, String seen, int rows, double cosine) {
        String like =
                cosine > .99
                        ? "What comes out is the row itself."
                        : cosine > .5
                                ? "What comes out is like the original."
                                : cosine > .1
                                        ? "What comes out has little of the original."
                                        : "What comes out tells no more than a picture of noise"
                                                + " would.";
        if (seen.equals("sum")) {
            return "The coordinator sees no update of this node, only the sum of %d: there is nothing to rebuild, and what the attack makes of the sum is a blend of them all."
                    .formatted(exhibit.cohort());
        }
        return switch (exhibit.scenario().privacy().mechanism()) {
            case CENTRAL ->
                    "The coordinator sees updates before it adds noise to their mean: central"
                            + " noise protects from whoever sees the released model, not from the"
                            + " coordinator. "
                            + like;
            case LOCAL, DP_SGD ->
                    "The node adds noise before it sends anything, so the coordinator sees no more"
                            + " than this. "
                            + like;
            default ->
                    rows > 1
                            ? "The update is the mean of %d rows, and its first layer a blend of them. "
                                            .formatted(rows)
                                    + like
                            : "Nothing protects the update. " + like;
        };
    }
}
