package federarium.privacy.quantisation;

import federarium.update.Weights;

/**
 * Turns updates into vectors over Z₂³² and the sum of such vectors into their weighted mean.
 *
 * <p>Client k with n_k examples has the factor w_k = n_k ÷ max n, rounded to L/2 steps (one at
 * least). Coordinate Δᵢ becomes round(w_k·Δᵢ ÷ s), s = 2R/L, as a signed number from −L/2 to L/2: L
 * steps span [−R, R], and what lies outside is moved to the edge and counted. The factor follows as
 * one more coordinate, w_k·L/2. The weighted mean is s·Σqᵢ ÷ Σw_k, each sum read as a signed
 * number; it is off by s/2·K/Σw_k at most with nearest rounding, twice that with stochastic, for K
 * clients that were not clipped.
 *
 * <p>A sum of K clients stays below K·L/2, so with L = 2²² up to 1,023 cannot wrap.
 *
 * @param levels L, even, from 2 to 2³⁰
 * @param range R, positive
 */
public record Quantiser(int levels, double range) {

    /** 2²² levels over [−8, 8]: steps of 2⁻¹⁸. */
    public static final Quantiser STANDARD = new Quantiser(1 << 22, 8);

    public Quantiser {
        if (levels < 2 || levels > 1 << 30 || levels % 2 != 0) {
            throw new IllegalArgumentException(
                    levels + " levels; allowed: an even number from 2 to 2^30");
        }
        if (!(range > 0) || range == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("range " + range + "; allowed: above 0, finite");
        }
    }

    /** Whether no sum of so many clients, with noise of at most so many levels on it, can wrap. */
    public boolean fits(int clients, long noise) {
        return noise >= 0 && noise <= Integer.MAX_VALUE - clients * half();
    }

    /**
     * Refuses a setting whose sum could wrap.
     *
     * @param noise the largest total noise on one coordinate, in levels; 0 without noise
     * @throws IllegalArgumentException with the numbers and what would fit
     */
    public void requireFits(int clients, long noise) {
        if (fits(clients, noise)) {
            return;
        }
        long most = (Integer.MAX_VALUE - Math.max(0, noise)) / half();
        throw new IllegalArgumentException(
                ("a sum of %d clients of up to %d levels each with noise of up to %d could pass %d"
                                + " and wrap; allowed: %s or fewer levels")
                        .formatted(
                                clients,
                                half(),
                                noise,
                                Integer.MAX_VALUE,
                                most > 0 ? "up to " + most + " clients," : "less noise"));
    }

    /**
     * One client's update, its factor behind it.
     *
     * @param update Δ, finite
     * @param examples n_k, from 1 to {@code mostExamples}
     * @param mostExamples max n over all clients that may take part
     * @throws IllegalArgumentException if a value is not finite or the examples are out of bounds
     */
    public Quantised encode(Weights update, long examples, long mostExamples, Rounding rounding) {
        if (examples < 1 || examples > mostExamples) {
            throw new IllegalArgumentException(
                    "%d examples; allowed: 1 to %d".formatted(examples, mostExamples));
        }
        double factor = Math.max(1, Math.rint((double) half() * examples / mostExamples));
        double scale = factor / half() / step();
        int[] coded = new int[update.size() + 1];
        int clipped = 0;
        for (int i = 0; i < update.size(); i++) {
            double value = update.get(i) * scale;
            if (Math.abs(value) > half()) {
                clipped++;
                value = Math.copySign(half(), value);
            } else if (Double.isNaN(value)) {
                throw new IllegalArgumentException("parameter " + i + " is not a number");
            }
            coded[i] = (int) rounding.round(value);
        }
        coded[update.size()] = (int) factor;
        return new Quantised(RingVector.owning(coded), clipped);
    }

    /**
     * The weighted mean Σw_k·Δ_k ÷ Σw_k of the clients whose vectors were summed.
     *
     * @throws IllegalArgumentException if the factors' sum is not positive
     */
    public Weights mean(RingVector sum) {
        int parameters = sum.size() - 1;
        double factors = (double) sum.get(parameters) / half();
        if (!(factors > 0)) {
            throw new IllegalArgumentException(
                    "the clients' factors sum to %s; a mean needs more than 0".formatted(factors));
        }
        float[] mean = new float[parameters];
        for (int i = 0; i < parameters; i++) {
            mean[i] = (float) (sum.get(i) * step() / factors);
        }
        return Weights.owning(mean);
    }

    /** s, what one level is worth. */
    public double step() {
        return 2 * range / levels;
    }

    private long half() {
        return levels / 2;
    }
}
