package federarium.privacy.accounting;

/**
 * The standard normal distribution's tail, also where it is far below the smallest double.
 *
 * <p>Relative error below 1e-13: a series around 0 (Marsaglia, "Evaluating the normal
 * distribution", J. Stat. Software 2004) up to z = 2, and Laplace's continued fraction beyond.
 */
final class Normal {
    private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * StrictMath.PI);
    private static final int FRACTIONS = 400;

    private Normal() {}

    /** ln P(N > z). */
    static double logTail(double z) {
        if (z < -2) {
            return StrictMath.log1p(-StrictMath.exp(logTail(-z)));
        }
        double logDensity = -0.5 * z * z - HALF_LOG_TWO_PI;
        return z <= 2
                ? StrictMath.log(0.5 - StrictMath.exp(logDensity) * series(z))
                : logDensity - StrictMath.log(fraction(z));
    }

    /** P(N > z). */
    static double tail(double z) {
        return StrictMath.exp(logTail(z));
    }

    /** z + z³/3 + z⁵/(3·5) + … */
    private static double series(double z) {
        double sum = z;
        double term = z;
        for (int odd = 3; sum + term != sum || odd < 9; odd += 2) {
            term *= z * z / odd;
            sum += term;
            if (z == 0) {
                return 0;
            }
        }
        return sum;
    }

    /** z + 1/(z + 2/(z + 3/(z + …))), the density over the tail. */
    private static double fraction(double z) {
        double value = z;
        for (int k = FRACTIONS; k >= 1; k--) {
            value = z + k / value;
        }
        return value;
    }
}
