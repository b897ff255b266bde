package federarium.privacy.accounting;

/**
 * The two distributions that an observer of one step weighs against each other: Q = N(0, σ²)
 * without the unit, P = (1 − q) N(0, σ²) + q N(1, σ²) with it.
 *
 * <p>The privacy loss of a sum x is L(x) = ln(P/Q) = ln(1 − q + q exp((2x − 1)/2σ²)); it rises with
 * x.
 *
 * @param noise σ above 0
 * @param rate q above 0
 */
record SampledPair(double noise, double rate) {
    /** Where the tails are cut, in standard deviations; what lies beyond has a mass of 8e-24. */
    private static final double REACH = 10;

    /** Gauss and Legendre's two nodes on [−1, 1], each of weight 1. */
    private static final double[] NODES = {-1 / StrictMath.sqrt(3), 1 / StrictMath.sqrt(3)};

    /** How much of both distributions lies between two sums; tilt is their difference. */
    record Share(double mass, double tilt) {}

    double leastSum() {
        return -REACH * noise;
    }

    double largestSum() {
        return 1 + REACH * noise;
    }

    double leastLoss() {
        return loss(leastSum());
    }

    double largestLoss() {
        return loss(largestSum());
    }

    private double loss(double sum) {
        double w = (2 * sum - 1) / (2 * noise * noise);
        if (rate == 1) {
            return w;
        }
        if (w > 1) {
            return w + StrictMath.log(rate + (1 - rate) * StrictMath.exp(-w));
        }
        return w < -1
                ? StrictMath.log(1 - rate + rate * StrictMath.exp(w))
                : StrictMath.log1p(rate * StrictMath.expm1(w));
    }

    /** The sum at which the loss has a value, −∞ where none has so low a loss. */
    double sum(double loss) {
        return 0.5 + noise * noise * power(loss);
    }

    /** w with ln(1 − q + q e^w) = loss. */
    private double power(double loss) {
        if (rate == 1) {
            return loss;
        }
        if (loss > 1) {
            return loss
                    - StrictMath.log(rate)
                    + StrictMath.log1p((rate - 1) * StrictMath.exp(-loss));
        }
        return loss < -1
                ? StrictMath.log(StrictMath.max(0, StrictMath.exp(loss) - (1 - rate)) / rate)
                : StrictMath.log1p(StrictMath.max(-1, StrictMath.expm1(loss) / rate));
    }

    /**
     * ∫ P and ∫ (P − e^ε Q) between two sums, by panels so narrow that two nodes suffice.
     *
     * @param epsilon a loss not above that at {@code from}, and near to that at {@code to}
     */
    Share between(double from, double to, double epsilon) {
        double widest = 0.01 * noise * StrictMath.min(1, 10 * noise);
        int panels = (int) StrictMath.max(1, StrictMath.ceil((to - from) / widest));
        double half = (to - from) / (2 * panels);
        double constant = (rate < 1 ? (1 - rate) * StrictMath.exp(-epsilon) : 0) - 1;
        double shift = StrictMath.log(rate) - epsilon - 1 / (2 * noise * noise);
        double without = 0;
        double tilt = 0;
        for (int panel = 0; panel < panels; panel++) {
            double middle = from + (2 * panel + 1) * half;
            for (double node : NODES) {
                double x = middle + half * node;
                double z = x / noise;
                double density = StrictMath.exp(epsilon - 0.5 * z * z);
                double ratio = constant + StrictMath.exp(shift + z / noise);
                without += density;
                tilt += density * StrictMath.max(0, ratio);
            }
        }
        double scale = half / (noise * StrictMath.sqrt(2 * StrictMath.PI));
        return new Share(scale * (without + tilt), scale * tilt);
    }
}
