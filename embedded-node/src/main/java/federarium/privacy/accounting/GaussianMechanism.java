package federarium.privacy.accounting;

/**
 * What one sum with Gaussian noise tells, exactly.
 *
 * <p>Without sampling, δ(ε) = Φ(1/2σ − εσ) − e^ε Φ(−1/2σ − εσ) (Balle, Wang, ICML 2018, theorem 8);
 * T such steps tell what one with σ/√T tells. With sampling at rate q, and ε ≥ 0, δ(ε) = q δ'(ln(1
 * + (e^ε − 1)/q)) with δ' that without (Balle, Barthe, Gaboardi, NeurIPS 2018). Relative error of δ
 * about 1e-12 where it is above 1e-12.
 */
final class GaussianMechanism {
    private GaussianMechanism() {}

    /**
     * δ of the Gaussian mechanism.
     *
     * @param noise σ above 0
     * @param epsilon at least 0
     */
    static double delta(double noise, double epsilon) {
        double shift = 1 / (2 * noise);
        double mine = Normal.logTail(epsilon * noise - shift);
        double other = epsilon + Normal.logTail(epsilon * noise + shift);
        return StrictMath.max(0, StrictMath.exp(mine) - StrictMath.exp(other));
    }

    /**
     * The smallest ε that goes with δ; infinite without noise.
     *
     * @param delta above 0
     */
    static double epsilon(double noise, double delta) {
        if (noise == 0) {
            return delta >= 1 ? 0 : Double.POSITIVE_INFINITY;
        }
        if (delta(noise, 0) <= delta) {
            return 0;
        }
        double low = 0;
        double high = 1;
        while (delta(noise, high) > delta) {
            low = high;
            high *= 2;
        }
        while (true) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                return high;
            }
            if (delta(noise, middle) > delta) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    /** The smallest ε that goes with δ after one charge. */
    static double epsilon(Charge charge, double delta) {
        if (charge.rate() <= delta) {
            return 0;
        }
        double whole = epsilon(charge.noise(), delta / charge.rate());
        return whole > 1
                ? whole
                        + StrictMath.log(
                                charge.rate() + (1 - charge.rate()) * StrictMath.exp(-whole))
                : StrictMath.log1p(charge.rate() * StrictMath.expm1(whole));
    }
}
