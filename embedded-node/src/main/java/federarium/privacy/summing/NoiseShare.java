package federarium.privacy.summing;

import federarium.privacy.noise.DiscreteGaussian;

/**
 * The noise that each node adds to its own vector so that a sum of enough of them has what it
 * needs: a discrete Gaussian over the whole numbers with variance v = ⌈(σΔ)² ÷ f⌉.
 *
 * <p>A sum of n such is not quite a discrete Gaussian of variance nv. For vectors of d whole
 * numbers of which one moves the sum by Δ at most in Euclidean norm, it is ½ε²-concentrated private
 * with
 *
 * <p>ε = min(√(Δ²/nv + τd/2), Δ/√(nv) + τ√d), τ = 10 Σ_{k=1}^{n−1} exp(−2π² v k/(k+1))
 *
 * <p>(Kairouz, Liu, Steinke, "The distributed discrete Gaussian mechanism for federated learning
 * with secure aggregation", ICML 2021, proposition 14, for v ≥ ¼), which is the curve of one
 * Gaussian of multiplier 1/ε. It falls with n, so it is charged for n = f, the fewest that a sum is
 * opened for.
 *
 * <p>What a node adds itself hides nothing from that node: of c nodes that tell the coordinator
 * theirs, the noise of f − c is left.
 *
 * @param variance v
 * @param fewest f, at least 2
 */
public record NoiseShare(long variance, int fewest) {

    /** So that f shares are as much as noise of multiplier σ on a sum that one node moves by Δ. */
    public static NoiseShare of(double multiplier, double sensitivity, int fewest) {
        double deviation = multiplier * sensitivity;
        return new NoiseShare((long) StrictMath.ceil(deviation * deviation / fewest), fewest);
    }

    /** Whether there is a sampler for a variance as large. */
    public boolean canBeDrawn() {
        return variance <= DiscreteGaussian.LARGEST_VARIANCE;
    }

    /** The most σ whose shares can be drawn by as many nodes. */
    public double mostMultiplier(double sensitivity) {
        return StrictMath.sqrt((double) DiscreteGaussian.LARGEST_VARIANCE * fewest) / sensitivity;
    }

    /** 1/ε: the multiplier that a sum of the fewest is charged with; 0 without noise. */
    public double multiplier(double sensitivity, int size) {
        if (variance == 0) {
            return 0;
        }
        double far = tau();
        double ratio = sensitivity / StrictMath.sqrt((double) variance * fewest);
        double epsilon =
                Math.min(
                        StrictMath.sqrt(ratio * ratio + far * size / 2),
                        ratio + far * StrictMath.sqrt(size));
        return 1 / epsilon;
    }

    /** How far a sum of shares is from a discrete Gaussian. */
    private double tau() {
        double sum = 0;
        for (int k = 1; k < fewest; k++) {
            double share = (double) k / (k + 1);
            sum += StrictMath.exp(-2 * Math.PI * Math.PI * variance * share);
        }
        return 10 * sum;
    }

    /**
     * What the noise of so many nodes on one value exceeds with a probability below 10⁻³⁰: twelve
     * deviations.
     */
    public long most(int nodes) {
        return (long) StrictMath.ceil(12 * StrictMath.sqrt((double) variance * nodes));
    }
}
