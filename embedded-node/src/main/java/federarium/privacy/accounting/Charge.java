package federarium.privacy.accounting;

/**
 * What one step tells about a unit: one sum over a Poisson sample, with Gaussian noise.
 *
 * <p>Adjacency: the unit is there or not; sensitivity 1. Where anyone may replace anyone the
 * sensitivity is 2, so such a step is charged with half its noise multiplier.
 *
 * @param noise σ, the noise's standard deviation over the sensitivity; 0 tells everything
 * @param rate q, the chance of every unit to be in the sample; 1 where it is in for certain or the
 *     sample has a fixed size
 */
public record Charge(double noise, double rate) {
    /**
     * @throws IllegalArgumentException if noise is negative or not finite, or rate not in 0 … 1
     */
    public Charge {
        if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "noise multiplier " + noise + "; allowed: a finite number from 0 on");
        }
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException(
                    "sampling rate " + rate + "; allowed: a number from 0 to 1");
        }
    }

    boolean sampled() {
        return rate < 1;
    }
}
