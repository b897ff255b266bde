package federarium.incentive;

import java.util.Arrays;

/** What updates of some weigh where those of the others are left out. */
public enum CoalitionModel {
    /** As much as with all: w_k. An update of zero changes nothing, and is worth exactly 0. */
    FIXED {
        @Override
        double[] weights(Coalition coalition, double[] weights) {
            return only(coalition, weights);
        }
    },

    /**
     * w_k ÷ Σ_{j∈S} w_j, as if the others had not been asked. An update of zero makes the others'
     * smaller, and may be worth something, or cost.
     */
    RENORMALISED {
        @Override
        double[] weights(Coalition coalition, double[] weights) {
            double[] some = only(coalition, weights);
            double sum = Arrays.stream(some).sum();
            if (sum > 0) {
                Arrays.setAll(some, k -> some[k] / sum);
            }
            return some;
        }
    };

    /**
     * The weight of every update, 0 outside of the coalition.
     *
     * @param weights w_k, at least 0, that the round's rule gave
     */
    abstract double[] weights(Coalition coalition, double[] weights);

    private static double[] only(Coalition coalition, double[] weights) {
        double[] some = new double[weights.length];
        Arrays.setAll(some, k -> coalition.contains(k) ? weights[k] : 0);
        return some;
    }
}
