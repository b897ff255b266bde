package federarium.attack;

/**
 * The quantile of the standard normal distribution, Φ⁻¹, by bisection on its distribution function,
 * which is Marsaglia's series ("Evaluating the normal distribution", J. Stat. Software 2004). It
 * looks no farther than six deviations.
 */
final class Quantile {
    private static final double FARTHEST = 6;
    private static final double DENSITY_AT_0 = 1 / StrictMath.sqrt(2 * StrictMath.PI);

    private Quantile() {}

    static double of(double probability) {
        double low = -FARTHEST;
        double high = FARTHEST;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (distribution(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** ½ + φ(z)(z + z³/3 + z⁵/(3·5) + …). */
    private static double distribution(double z) {
        double sum = z;
        double term = z;
        for (int odd = 3; sum + term != sum; odd += 2) {
            term *= z * z / odd;
            sum += term;
            if (term == 0) {
                break;
            }
        }
        return 0.5 + sum * DENSITY_AT_0 * StrictMath.exp(-z * z / 2);
    }
}
