package federarium.privacy.noise;

/**
 * A clip norm that follows a quantile of the updates' norms (Andrew, Thakkar, McMahan, Ramaswamy,
 * NeurIPS 2021): C ← C · exp(−η (b̃ − γ)), b̃ being the noised share of updates not longer than C.
 *
 * <p>Counting them is a query, too. The indicators, shifted to ±½, are summed with noise of σ_b; in
 * turn the updates get more noise, z_Δ = (z⁻² − (2σ_b)⁻²)^(−½) in place of z, and both together
 * tell what the updates alone would with z.
 *
 * @param quantile γ, the share of updates that should not be clipped
 * @param rate η
 * @param countNoise σ_b, in clients
 */
public record AdaptiveClip(double quantile, double rate, double countNoise) {
    /**
     * @throws IllegalArgumentException if quantile is not in 0 … 1, or another is not above 0
     */
    public AdaptiveClip {
        if (!(quantile >= 0 && quantile <= 1)) {
            throw new IllegalArgumentException("quantile " + quantile + "; allowed: 0 to 1");
        }
        if (!(rate > 0 && countNoise > 0)) {
            throw new IllegalArgumentException(
                    "rate %s, noise of the count %s; allowed: above 0".formatted(rate, countNoise));
        }
    }

    /** The paper's γ = .5, η = .2 and σ_b = m/20 for m clients in a round. */
    public static AdaptiveClip of(int clients) {
        return new AdaptiveClip(0.5, 0.2, clients / 20.0);
    }

    /** b̃: Σ (1[‖Δ‖ ≤ C] − ½), noised, over m clients, moved back by ½, within 0 … 1. */
    public static double share(double noisedSum, double clients) {
        return StrictMath.clamp(noisedSum / clients + 0.5, 0, 1);
    }

    /** The clip norm of the next round. */
    public double next(double norm, double share) {
        return norm * StrictMath.exp(-rate * (share - quantile));
    }

    /**
     * z_Δ, the noise multiplier of the updates, so that with the count they tell what z tells.
     *
     * @throws IllegalArgumentException if z is 2σ_b or more: the count alone tells more than that
     */
    public double updateNoise(double noise) {
        if (!(noise < 2 * countNoise)) {
            throw new IllegalArgumentException(
                    "noise multiplier %s with adaptive clipping; allowed: below %s, twice the noise of the count"
                            .formatted(noise, 2 * countNoise));
        }
        double count = 1 / (4 * countNoise * countNoise);
        return 1 / StrictMath.sqrt(1 / (noise * noise) - count);
    }
}
