package federarium.privacy.quantisation;

import federarium.random.RandomStream;

/** Which of the two levels around a value it becomes. */
@FunctionalInterface
public interface Rounding {

    /** The value as a whole number; a whole number stays as it is. */
    double round(double value);

    /** The nearer level, the even one of two equally near: off by half a level at most. */
    static Rounding nearest() {
        return Math::rint;
    }

    /** The upper level with the probability that keeps the mean: unbiased, off by less than one. */
    static Rounding stochastic(RandomStream random) {
        return value -> {
            double below = Math.floor(value);
            return below + (random.nextDouble() < value - below ? 1 : 0);
        };
    }
}
