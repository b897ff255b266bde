package federarium.scenario;

import org.jspecify.annotations.Nullable;

/**
 * What nodes are paid for their updates.
 *
 * @param rule by which the pot is shared out
 * @param pot credits a round
 * @param coalitions how the model of some of the updates is made
 * @param utility what a model is valued by
 * @param negativeCosts whether whoever made the model worse pays, or only gets nothing
 * @param compare whether all rules are worked out beside the one that pays
 * @param pricePerJoule credits that a joule costs a node; null where nobody leaves
 * @param patience rounds over which a node sums up before it leaves
 */
public record Incentive(
        Pay rule,
        double pot,
        Coalitions coalitions,
        Utility utility,
        boolean negativeCosts,
        boolean compare,
        @Nullable Double pricePerJoule,
        int patience) {

    /** Rules of payment, named as in a scenario. */
    public enum Pay {
        NONE("none"),
        EQUAL("equal"),
        SIZE("size"),
        LEAVE_ONE_OUT("leaveOneOut"),
        SHAPLEY("shapley"),
        TMC("tmc"),
        GTG("gtg");

        private final String word;

        Pay(String word) {
            this.word = word;
        }

        /** As it is written. */
        public String word() {
            return word;
        }

        /** Whether it values what updates do to the model. */
        public boolean weighs() {
            return compareTo(SIZE) > 0;
        }
    }

    /** The weights of updates in the model of a coalition. */
    public enum Coalitions {
        /** Those that they have among all: whoever is not in it leaves a gap. */
        FIXED,
        /** In the same proportions, with the sum that all have together. */
        RENORMALISED;

        /** As it is written. */
        public String word() {
            return this == FIXED ? "fixed" : "renormalised";
        }
    }

    /** What a model is valued by, on the coordinator's validation rows. */
    public enum Utility {
        ACCURACY,
        /** The mean cross-entropy, negative, so that more is better. */
        LOSS;

        /** As it is written. */
        public String word() {
            return this == ACCURACY ? "accuracy" : "loss";
        }
    }

    public boolean isNone() {
        return rule == Pay.NONE;
    }

    /** Whether updates have to be valued, be it for comparison only. */
    public boolean valuesUpdates() {
        return rule.weighs() || (compare && !isNone());
    }
}
