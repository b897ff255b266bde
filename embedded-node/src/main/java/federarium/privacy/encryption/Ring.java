package federarium.privacy.encryption;

/**
 * The ring R_q = Z_q[X] / (X²⁰⁴⁸ + 1) that BFV computes in.
 *
 * <p>q = 2⁵⁴ − 9·2³² + 1 is prime; it is 1 mod 4096, so that the number-theoretic transform exists,
 * and 1 mod 2³², so that plaintexts mod 2³² scale without an error. An element is an array of its
 * coefficients, each in 0 … q − 1; several elements stand one after the other in one array.
 */
final class Ring {
    static final int DEGREE = 2048;
    static final long MODULUS = (1L << 54) - 9 * (1L << 32) + 1;
    static final int COEFFICIENT_BITS = 54;

    private Ring() {}

    static long plus(long a, long b) {
        return raise(a + b - MODULUS);
    }

    static long minus(long a, long b) {
        return raise(a - b);
    }

    /** The residue of a number in −q … q − 1. */
    static long raise(long number) {
        return number + ((number >> 63) & MODULUS);
    }

    /** The residue in −q/2 … q/2 of one in 0 … q − 1. */
    static long centred(long residue) {
        return residue > MODULUS / 2 ? residue - MODULUS : residue;
    }

    /** a + b, coefficient by coefficient. */
    static long[] plus(long[] a, long[] b) {
        long[] sum = new long[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = plus(a[i], b[i]);
        }
        return sum;
    }

    /** a − b, coefficient by coefficient. */
    static long[] minus(long[] a, long[] b) {
        long[] difference = new long[a.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = minus(a[i], b[i]);
        }
        return difference;
    }
}
