package federarium.random;

/**
 * A repeatable stream of random numbers, the same bits on every machine and Java version.
 *
 * <p>SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA
 * 2014); everything derived from it uses exact or {@link StrictMath} arithmetic only. Not for
 * cryptography: noise that protects somebody's real data never comes from here.
 */
public final class RandomStream {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;
    private double spareGaussian = Double.NaN;

    public RandomStream(long seed) {
        this.state = seed;
    }

    /** 64 uniform bits. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform on 0 … bound − 1, without bias. */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive, not " + bound);
        }
        long limit = (1L << 32) / bound * bound;
        long draw = nextLong() >>> 32;
        while (draw >= limit) {
            draw = nextLong() >>> 32;
        }
        return (int) (draw % bound);
    }

    /** Uniform on [0, 1) in steps of 2⁻⁵³. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Standard normal, by Marsaglia's polar method. */
    public double nextGaussian() {
        if (!Double.isNaN(spareGaussian)) {
            double spare = spareGaussian;
            spareGaussian = Double.NaN;
            return spare;
        }
        while (true) {
            double u = 2 * nextDouble() - 1;
            double v = 2 * nextDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                double scale = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
                spareGaussian = v * scale;
                return u * scale;
            }
        }
    }

    /**
     * Gamma with the given shape and scale 1 (Marsaglia, Tsang, ACM TOMS 2000), in its logarithm:
     * shapes near zero would round to 0 themselves.
     */
    public double nextLogGamma(double shape) {
        if (!(shape > 0)) {
            throw new IllegalArgumentException("shape must be positive, not " + shape);
        }
        if (shape < 1) {
            double boost = StrictMath.log(1 - nextDouble()) / shape;
            return nextLogGamma(shape + 1) + boost;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = nextGaussian();
            double t = 1 + c * x;
            double v = t * t * t;
            if (v > 0
                    && StrictMath.log(1 - nextDouble())
                            < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return StrictMath.log(d) + StrictMath.log(v);
            }
        }
    }

    /** Puts the values into a uniformly random order (Fisher–Yates). */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }

    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
