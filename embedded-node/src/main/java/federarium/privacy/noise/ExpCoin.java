package federarium.privacy.noise;

import java.math.BigInteger;

/**
 * A coin that shows heads with probability e^(−x), x rational, exactly.
 *
 * <p>It compares the binary digits of a uniform number, drawn as they are needed, with those of
 * e^(−x). Sixteen digits nearly always decide, and thirty-two but for one toss in a thousand
 * million; those come from a table with a known error. Where the error leaves it open, e^(−x) is
 * computed to as many digits as decide. Whole numbers throughout: no rounding changes the
 * probability.
 */
final class ExpCoin {
    /**
     * e^(−x) = LARGE[⌊x⌋] · Π SMALL[i][the i-th byte of its fraction], times 2^62, rounded down.
     */
    private static final long[] LARGE = powers(0, 64);

    private static final long[][] SMALL = {
        powers(8, 256), powers(16, 256), powers(24, 256), powers(32, 256)
    };

    /** More than all factors and products together were rounded down by. */
    private static final long ROUNDED = 16;

    private final RandomBits bits;

    ExpCoin(RandomBits bits) {
        this.bits = bits;
    }

    /** 2^62 e^(−x), a little too large or too small, for x in units of 2^−32, rounded down. */
    static long table(long x) {
        long whole = x >>> 32;
        if (whole >= LARGE.length) {
            return 0;
        }
        long power = times(LARGE[(int) whole], SMALL[0][(int) (x >>> 24) & 0xFF]);
        power = times(power, SMALL[1][(int) (x >>> 16) & 0xFF]);
        power = times(power, SMALL[2][(int) (x >>> 8) & 0xFF]);
        return times(power, SMALL[3][(int) x & 0xFF]);
    }

    /**
     * Tosses for x = numerator / denominator.
     *
     * @param table {@link #table} of x, x less than two units above its argument
     */
    boolean toss(long table, long numerator, long denominator) {
        long high = table + ROUNDED;
        long low = table - (table >>> 30) - ROUNDED;
        long digits = bits.next(16);
        if (digits + 1 <= low >> 46) {
            return true;
        }
        if (digits << 46 >= high) {
            return false;
        }
        digits = digits << 16 | bits.next(16);
        if (digits + 1 <= low >> 30) {
            return true;
        }
        return digits << 30 < high
                && decide(digits, BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** Tosses without a table. */
    boolean decides(BigInteger numerator, BigInteger denominator) {
        return decide(bits.next(32), numerator, denominator);
    }

    /** As long as need be, from the first 32 digits on. */
    private boolean decide(long first, BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() == 0) {
            return true;
        }
        BigInteger digits = BigInteger.valueOf(first);
        for (int count = 32; ; count += 32) {
            BigInteger power = power(numerator, denominator, count + 32);
            BigInteger least = digits.shiftLeft(32);
            BigInteger beyond = digits.add(BigInteger.ONE).shiftLeft(32);
            if (beyond.compareTo(power.subtract(BigInteger.TWO)) <= 0) {
                return true;
            }
            if (least.compareTo(power.add(BigInteger.TWO)) >= 0) {
                return false;
            }
            digits = digits.shiftLeft(32).add(BigInteger.valueOf(bits.next(32)));
        }
    }

    /**
     * 2^precision e^(−numerator/denominator), less than 2 off: Taylor's series where the argument
     * was halved until it is below 1, then squared as often.
     */
    static BigInteger power(BigInteger numerator, BigInteger denominator, int precision) {
        int halvings = numerator.divide(denominator).bitLength();
        int scale = precision + halvings + 16;
        BigInteger x = numerator.shiftLeft(scale - halvings).divide(denominator);
        BigInteger term = BigInteger.ONE.shiftLeft(scale);
        BigInteger sum = term;
        for (int k = 1; term.signum() != 0; k++) {
            term = term.multiply(x).shiftRight(scale).divide(BigInteger.valueOf(k));
            sum = k % 2 == 1 ? sum.subtract(term) : sum.add(term);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum).shiftRight(scale);
        }
        return sum.shiftRight(scale - precision);
    }

    /** e^(−j·2^−digits) for j = 0, 1 … */
    private static long[] powers(int digits, int count) {
        long[] powers = new long[count];
        BigInteger denominator = BigInteger.ONE.shiftLeft(digits);
        for (int j = 0; j < count; j++) {
            powers[j] =
                    power(BigInteger.valueOf(j), denominator, 94).shiftRight(32).longValueExact();
        }
        return powers;
    }

    private static long times(long a, long b) {
        return Math.unsignedMultiplyHigh(a << 1, b << 1);
    }
}
