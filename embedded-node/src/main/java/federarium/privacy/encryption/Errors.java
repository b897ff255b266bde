package federarium.privacy.encryption;

/**
 * The errors that hide a BFV plaintext: the discrete Gaussian with σ = 3.2, cut off at 6σ.
 *
 * <p>P(e) ∝ exp(−e² / (2σ²)) for |e| ≤ 19, by a table of the cumulative distribution to 2⁻⁵³.
 */
final class Errors {
    static final double SIGMA = 3.2;
    static final int LARGEST = 19;

    /** 2⁶³ P(|e| ≤ k) for k = 0 … 18. */
    private static final long[] CUMULATIVE = cumulative();

    private Errors() {}

    /** The error that 64 uniform bits stand for. All of the table is read, whatever the bits. */
    static long of(long bits) {
        long position = bits >>> 1;
        long magnitude = 0;
        for (long limit : CUMULATIVE) {
            magnitude += (limit - 1 - position) >>> 63;
        }
        long sign = bits & 1;
        return (magnitude ^ -sign) + sign;
    }

    private static long[] cumulative() {
        double[] weights = new double[LARGEST + 1];
        double total = 0;
        for (int k = 0; k <= LARGEST; k++) {
            weights[k] = (k == 0 ? 1 : 2) * StrictMath.exp(-k * k / (2 * SIGMA * SIGMA));
            total += weights[k];
        }
        long[] cumulative = new long[LARGEST];
        double below = 0;
        for (int k = 0; k < LARGEST; k++) {
            below += weights[k];
            cumulative[k] = (long) (below / total * 0x1.0p63);
        }
        return cumulative;
    }
}
