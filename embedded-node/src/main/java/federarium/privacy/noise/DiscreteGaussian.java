package federarium.privacy.noise;

import java.math.BigInteger;

/**
 * Whole numbers k with probability in proportion to exp(−k²/2σ²), exactly.
 *
 * <p>By rejection from a two-sided geometric distribution (Canonne, Kamath, Steinke, "The discrete
 * Gaussian for differential privacy", NeurIPS 2020, algorithms 1 to 3); their two rejections are
 * one here, and the scale t is a power of two. σ² is a ratio of whole numbers and every decision
 * one of whole numbers: floating-point noise leaves out values that depend on what it is added to
 * (Mironov, CCS 2012).
 */
public final class DiscreteGaussian {
    /** σ² of a whole number is no larger than this. */
    public static final long LARGEST_VARIANCE = 1L << 48;

    private static final long LARGEST_DENOMINATOR = 1L << 10;
    private static final long ONE = ExpCoin.table(1L << 32);

    private final long denominator;
    private final long twiceNumerator;
    private final int scaleBits;
    private final long worst;
    private final long largest;
    private final long reciprocal;
    private final int reciprocalShift;

    /**
     * For σ² = numerator / denominator.
     *
     * @throws IllegalArgumentException unless they are 1 to 2^48 and 1 to 2^10
     */
    public DiscreteGaussian(long numerator, long denominator) {
        if (numerator < 1
                || numerator > LARGEST_VARIANCE
                || denominator < 1
                || denominator > LARGEST_DENOMINATOR) {
            throw new IllegalArgumentException(
                    "a variance of %d/%d; allowed: 1 to 2^48 over 1 to 2^10"
                            .formatted(numerator, denominator));
        }
        this.denominator = denominator;
        this.twiceNumerator = 2 * numerator;
        this.scaleBits = scaleBits(numerator, denominator);
        this.worst = worst();
        this.largest = (long) StrictMath.sqrt(0x1.0p61 / denominator);
        int size = 64 - Long.numberOfLeadingZeros(twiceNumerator);
        this.reciprocal =
                BigInteger.TWO
                        .pow(62 + size)
                        .divide(BigInteger.valueOf(twiceNumerator))
                        .longValue();
        this.reciprocalShift = 30 + size;
    }

    /** One draw. */
    public long next(RandomBits bits) {
        ExpCoin coin = new ExpCoin(bits);
        while (true) {
            long word = bits.next(scaleBits + 1);
            long wholes = 0;
            while (coin.toss(ONE, 1, 1)) {
                wholes++;
            }
            long size = (wholes << scaleBits) + (word >>> 1);
            boolean negative = (word & 1) == 1;
            if (negative && size == 0) {
                continue;
            }
            if (accepts(coin, size, wholes)) {
                return negative ? -size : size;
            }
        }
    }

    /** With probability exp(−(k²/2σ² − V + worst)), V being how often t is in k. */
    private boolean accepts(ExpCoin coin, long size, long wholes) {
        if (size > largest) {
            BigInteger square = BigInteger.valueOf(size).pow(2);
            return coin.decides(
                    square.multiply(BigInteger.valueOf(denominator))
                            .subtract(
                                    BigInteger.valueOf(twiceNumerator)
                                            .multiply(BigInteger.valueOf(wholes)))
                            .add(BigInteger.valueOf(worst)),
                    BigInteger.valueOf(twiceNumerator));
        }
        long exponent = size * size * denominator - twiceNumerator * wholes + worst;
        return exponent == 0
                || coin.toss(ExpCoin.table(quotient(exponent)), exponent, twiceNumerator);
    }

    /** 2^32 exponent / 2·numerator, rounded down to it or to one below. */
    private long quotient(long exponent) {
        long high = Math.unsignedMultiplyHigh(exponent, reciprocal);
        long low = exponent * reciprocal;
        return reciprocalShift < 64
                ? high << (64 - reciprocalShift) | low >>> reciprocalShift
                : high >>> (reciprocalShift - 64);
    }

    /** t between .8 σ and 1.6 σ, where fewest proposals are rejected; at least 1. */
    private static int scaleBits(long numerator, long denominator) {
        int bits = 0;
        while (25 * denominator << 2 * bits < 16 * numerator) {
            bits++;
        }
        return bits;
    }

    /** 2·numerator times the largest V − (tV)²/2σ², at which the proposal is most too rare. */
    private long worst() {
        long best = 0;
        for (long wholes = 1; ; wholes++) {
            long gain = twiceNumerator * wholes - (denominator * wholes * wholes << 2 * scaleBits);
            if (gain <= best) {
                return best;
            }
            best = gain;
        }
    }
}
