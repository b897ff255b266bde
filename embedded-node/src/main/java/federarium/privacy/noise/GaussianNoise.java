package federarium.privacy.noise;

import federarium.update.Weights;

/**
 * The Gaussian mechanism on a sum of clipped updates, without floating-point noise: values go to a
 * grid of γ, and a discrete Gaussian on that grid is added to each.
 *
 * <p>γ is the power of two at which the noise has a deviation of 2^23 to 2^24 grid points. Two sums
 * that differ by one clipped update differ on the grid by at most C + γ√d, so the noise is σ(C +
 * γ√d) and not σC: a few parts in a hundred thousand more. It is charged as the continuous Gaussian
 * of multiplier σ, whose Rényi divergence it does not exceed (Canonne, Kamath, Steinke 2020).
 *
 * @param multiplier σ, the noise over the clip norm
 * @param norm C, above which no update is long
 * @param size d, how many values a vector has
 */
public record GaussianNoise(double multiplier, double norm, int size) {
    private static final double FINEST = 0x1.0p24 - 1;

    /** Beyond this a value over γ has no binary places left to round. */
    private static final double LARGEST = 0x1.0p52;

    /**
     * @throws IllegalArgumentException if multiplier or norm is not a finite number above 0, or σ√d
     *     above 2^20
     */
    public GaussianNoise {
        if (!(multiplier > 0 && norm > 0) || Double.isInfinite(norm)) {
            throw new IllegalArgumentException(
                    "noise multiplier %s at clip norm %s; allowed: finite numbers above 0"
                            .formatted(multiplier, norm));
        }
        if (!(multiplier * StrictMath.sqrt(size) <= 0x1.0p20)) {
            throw new IllegalArgumentException(
                    "noise multiplier %s for %d values; allowed: at most 2^20 over the root of the values"
                            .formatted(multiplier, size));
        }
    }

    /** γ. */
    public double grid() {
        double room = FINEST / multiplier - StrictMath.sqrt(size);
        double least = norm / room;
        double grid = StrictMath.scalb(1.0, StrictMath.getExponent(least));
        return grid < least ? 2 * grid : grid;
    }

    /** The noise's standard deviation in units of γ, squared and rounded up. */
    private long variance() {
        double deviation = multiplier * (norm / grid() + StrictMath.sqrt(size));
        return (long) StrictMath.ceil(deviation * deviation);
    }

    /** The standard deviation of the noise. */
    public double deviation() {
        return StrictMath.sqrt(variance()) * grid();
    }

    /**
     * The vector with noise.
     *
     * @param sum of clipped updates
     * @throws IllegalArgumentException if its size is another, or a value is not finite or beyond
     *     2^52 γ
     */
    public Weights addTo(Weights sum, RandomBits bits) {
        if (sum.size() != size) {
            throw new IllegalArgumentException(
                    "%d values; allowed: the %d the noise was made for"
                            .formatted(sum.size(), size));
        }
        DiscreteGaussian gaussian = new DiscreteGaussian(variance(), 1);
        double grid = grid();
        float[] noised = new float[size];
        for (int i = 0; i < size; i++) {
            double point = sum.get(i) / grid;
            if (!(StrictMath.abs(point) < LARGEST)) {
                throw new IllegalArgumentException(
                        "value %d of %d is %s; allowed: finite numbers below %s"
                                .formatted(i, size, sum.get(i), LARGEST * grid));
            }
            long quantized = (long) StrictMath.floor(point + 0.5);
            noised[i] = (float) ((quantized + gaussian.next(bits)) * grid);
        }
        return Weights.owning(noised);
    }
}
