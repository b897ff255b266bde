package federarium.desktop.view.inspector;

import federarium.scenario.Concealment;
import federarium.scenario.Privacy.Mechanism;

/** Who can learn what of a node whose update is noised, in words. */
final class Protection {
    private static final String COUNTS = "accuracies, label counts, numbers of examples.";
    private static final String OUTSIDE = " Outside the promise: losses, " + COUNTS;

    private Protection() {}

    /** Of an update of which the coordinator sees nothing but what it does to a sum. */
    static String concealed(Mechanism mechanism, Concealment concealment) {
        String sum =
                concealment == Concealment.MASKS
                        ? "Masked numbers, like random ones, and once the masks cancel what all"
                                + " updates sum to."
                        : "Ciphertexts, which it adds unread. The nodes open the sum, and each of"
                                + " them can: together with one of them it could read this update.";
        return sum
                + switch (mechanism) {
                    case NONE -> " Nothing hides what the sum itself tells.";
                    case CENTRAL ->
                            " It is trusted to add noise to the sum, and to keep the one without"
                                    + " to itself.";
                    case LOCAL, DP_SGD ->
                            " The node cut and noised the update before, so the sum tells little"
                                    + " of it, too.";
                    case DISTRIBUTED ->
                            " The noise is in that sum, in shares that the nodes put there before.";
                }
                + (mechanism == Mechanism.NONE ? "" : " Outside the promise: " + COUNTS);
    }

    static String words(Mechanism mechanism) {
        return switch (mechanism) {
            case NONE -> throw new IllegalArgumentException("nothing is promised");
            case CENTRAL ->
                    "The whole update, number by number, beside how many rows are behind it. The"
                            + " coordinator is trusted to cut it to the clip norm, to add noise to"
                            + " the sum, and to keep it to itself: whether this client took part"
                            + " is hidden from those who see its models, not from it."
                            + OUTSIDE;
            case LOCAL ->
                    "The update as the node cut and noised it before it left, so nobody beyond the"
                            + " node is trusted with it. The promise is about this client as a"
                            + " whole."
                            + OUTSIDE;
            case DISTRIBUTED ->
                    "Only what all masked updates sum to, with the noise in it that the nodes put"
                            + " there in shares before: no single update, and no sum without"
                            + " noise. The promise is about this client as a whole."
                            + OUTSIDE;
            case DP_SGD ->
                    "An update made of gradients that the node cut and noised in each of its"
                            + " steps, so nobody beyond the node is trusted with its rows. It tells"
                            + " little of any single record; it may tell much of what the node's"
                            + " rows have in common."
                            + OUTSIDE;
        };
    }
}
