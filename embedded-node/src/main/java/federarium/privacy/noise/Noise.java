package federarium.privacy.noise;

import federarium.update.Weights;

/** Where the Gaussian noise of one node, or of the coordinator, in one round comes from. */
@FunctionalInterface
public interface Noise {

    /**
     * The sum with noise of deviation σ·C in every value.
     *
     * @param sum of what was clipped
     * @param multiplier σ
     * @param clipNorm C
     */
    Weights addTo(Weights sum, double multiplier, double clipNorm);

    /**
     * Noise made of these bits; a sum that is not finite, and will be refused, stays as it is, and
     * so does any without a multiplier.
     */
    static Noise of(RandomBits bits) {
        return (sum, multiplier, clipNorm) ->
                multiplier == 0 || !sum.isFinite()
                        ? sum
                        : new GaussianNoise(multiplier, clipNorm, sum.size()).addTo(sum, bits);
    }
}
