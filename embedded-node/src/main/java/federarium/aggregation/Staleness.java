package federarium.aggregation;

/**
 * How much an update counts that was trained from an older model than today's, s(k) for k versions
 * (Xie, Koyejo, Gupta, "Asynchronous federated optimization", 2019).
 */
public sealed interface Staleness {

    /**
     * The factor.
     *
     * @param versions k ≥ 0, the aggregates made since the model was sent
     * @return between 0 and 1, and 1 where k is 0
     */
    double factor(int versions);

    /** s = 1. */
    record Constant() implements Staleness {
        @Override
        public double factor(int versions) {
            return 1;
        }
    }

    /** s = (k + 1)^−a. */
    record Polynomial(double a) implements Staleness {
        @Override
        public double factor(int versions) {
            return StrictMath.pow(versions + 1, -a);
        }
    }

    /** s = 1 where k ≤ b, else 1 ÷ (a (k − b) + 1). */
    record Hinge(double a, double b) implements Staleness {
        @Override
        public double factor(int versions) {
            return versions <= b ? 1 : 1 / (a * (versions - b) + 1);
        }
    }
}
