package federarium.privacy.accounting;

/**
 * Rényi divergence of one step of the Poisson-subsampled Gaussian, of order α > 1.
 *
 * <p>With u = q(exp((2x − 1)/2σ²) − 1) it is ln E[(1 + u)^α] / (α − 1), x ~ N(0, σ²) (Mironov,
 * Talwar, Zhang 2019). As E[u] = 0, what is summed is the excess over 1 of that expectation, all of
 * whose terms are positive: no cancellation, however small q or large σ. Relative error below 1e-9.
 */
final class RenyiDivergence {
    /** Below this noise sampling is not counted as a help: ε is beyond 200 either way. */
    private static final double LEAST_NOISE = 0.05;

    private static final double REACH = 14;

    private RenyiDivergence() {}

    static double of(Charge charge, double order) {
        double noise = charge.noise();
        double rate = charge.rate();
        if (rate == 0) {
            return 0;
        }
        if (rate == 1 || noise < LEAST_NOISE) {
            return order / (2 * noise * noise);
        }
        double logExcess =
                order == StrictMath.rint(order)
                        ? logSum(noise, rate, (int) order)
                        : logIntegral(noise, rate, order);
        return logOnePlusExp(logExcess) / (order - 1);
    }

    /** ln Σ_{k ≥ 2} C(α, k) (1 − q)^(α−k) q^k (exp((k² − k)/2σ²) − 1). */
    private static double logSum(double noise, double rate, int order) {
        LogSum sum = new LogSum();
        double logBinomial = StrictMath.log(order);
        double logKept = StrictMath.log1p(-rate);
        double logRate = StrictMath.log(rate);
        for (int k = 2; k <= order; k++) {
            logBinomial += StrictMath.log((order - k + 1.0) / k);
            double exponent = ((double) k * k - k) / (2 * noise * noise);
            sum.add(logBinomial + (order - k) * logKept + k * logRate + logExpm1(exponent));
        }
        return sum.value();
    }

    /**
     * ln ∫ φ(z) ((1 + u)^α − 1 − αu) dz with x = σz, by the trapezoid rule: it converges
     * exponentially, the nearest singularity, 1 + u = 0, being πσ away from the real line.
     */
    private static double logIntegral(double noise, double rate, double order) {
        double step = StrictMath.min(0.25, 0.16 * noise);
        double from = -REACH;
        double to = order / noise + REACH;
        LogSum sum = new LogSum();
        for (double z = from; z <= to; z += step) {
            double w = z / noise - 1 / (2 * noise * noise);
            sum.add(logExcess(w, rate, order) - 0.5 * z * z);
        }
        return sum.value() + StrictMath.log(step / StrictMath.sqrt(2 * StrictMath.PI));
    }

    /** ln((1 + u)^α − 1 − αu) with u = q(e^w − 1). */
    private static double logExcess(double w, double rate, double order) {
        double u = w > 50 ? StrictMath.exp(w + StrictMath.log(rate)) : rate * StrictMath.expm1(w);
        double logPower = order * (u > 1e300 ? w + StrictMath.log(rate) : StrictMath.log1p(u));
        if (logPower > 50) {
            return logPower
                    + StrictMath.log1p(-order * StrictMath.exp(logPower / order - logPower));
        }
        double excess =
                StrictMath.abs(u) < 1e-4
                        ? nearZero(u, order)
                        : StrictMath.expm1(logPower) - order * u;
        return StrictMath.log(excess);
    }

    /** The first terms of Σ_{k ≥ 2} C(α, k) u^k: there the difference would cancel. */
    private static double nearZero(double u, double order) {
        double cubic = (order - 2) / 3 * u * (1 + (order - 3) / 4 * u);
        return order * (order - 1) / 2 * u * u * (1 + cubic);
    }

    private static double logExpm1(double exponent) {
        return exponent > 40 ? exponent : StrictMath.log(StrictMath.expm1(exponent));
    }

    private static double logOnePlusExp(double exponent) {
        return exponent > 40 ? exponent : StrictMath.log1p(StrictMath.exp(exponent));
    }

    /** ln of a sum of numbers that are given by their logarithms. */
    private static final class LogSum {
        private double largest = Double.NEGATIVE_INFINITY;
        private double sum;

        void add(double logarithm) {
            if (logarithm > largest) {
                sum = sum * StrictMath.exp(largest - logarithm) + 1;
                largest = logarithm;
            } else if (logarithm > largest - 60) {
                sum += StrictMath.exp(logarithm - largest);
            }
        }

        double value() {
            return largest + StrictMath.log(sum);
        }
    }
}
