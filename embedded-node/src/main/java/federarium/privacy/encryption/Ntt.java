package federarium.privacy.encryption;

import java.math.BigInteger;

/**
 * The negacyclic number-theoretic transform of R_q, in place.
 *
 * <p>An element goes to its values at the odd powers of ψ, a primitive 4096th root of unity mod q,
 * in bit-reversed order; there, multiplying is done value by value (P. Longa, M. Naehrig, "Speeding
 * up the number theoretic transform for faster ideal lattice-based cryptography", 2016, algorithms
 * 1 and 2).
 */
final class Ntt {
    private static final int N = Ring.DEGREE;
    private static final BigInteger Q = BigInteger.valueOf(Ring.MODULUS);

    /** The first a^((q−1)/4096), a = 2, 3, …, whose 2048th power is −1. */
    private static final BigInteger ROOT = root();

    private static final Factors ROOTS = powers(ROOT);
    private static final Factors INVERSE_ROOTS = powers(ROOT.modInverse(Q));
    private static final Factors INVERSE_DEGREE =
            new Factors(new long[] {BigInteger.valueOf(N).modInverse(Q).longValueExact()});

    private Ntt() {}

    /** Transforms the element that begins at {@code from}. */
    static void forward(long[] a, int from) {
        int length = N / 2;
        for (int blocks = 1; blocks < N; blocks *= 2) {
            for (int block = 0; block < blocks; block++) {
                int start = from + 2 * block * length;
                for (int i = start; i < start + length; i++) {
                    long low = a[i];
                    long high = ROOTS.times(a[i + length], blocks + block);
                    a[i] = Ring.plus(low, high);
                    a[i + length] = Ring.minus(low, high);
                }
            }
            length /= 2;
        }
    }

    /** Undoes {@link #forward}. */
    static void inverse(long[] a, int from) {
        int length = 1;
        for (int blocks = N / 2; blocks >= 1; blocks /= 2) {
            for (int block = 0; block < blocks; block++) {
                int start = from + 2 * block * length;
                for (int i = start; i < start + length; i++) {
                    long low = a[i];
                    long high = a[i + length];
                    a[i] = Ring.plus(low, high);
                    a[i + length] = INVERSE_ROOTS.times(Ring.minus(low, high), blocks + block);
                }
            }
            length *= 2;
        }
        for (int i = from; i < from + N; i++) {
            a[i] = INVERSE_DEGREE.times(a[i], 0);
        }
    }

    private static BigInteger root() {
        BigInteger exponent = Q.subtract(BigInteger.ONE).divide(BigInteger.valueOf(2 * N));
        BigInteger minusOne = Q.subtract(BigInteger.ONE);
        BigInteger base = BigInteger.TWO;
        while (true) {
            BigInteger root = base.modPow(exponent, Q);
            if (root.modPow(BigInteger.valueOf(N), Q).equals(minusOne)) {
                return root;
            }
            base = base.add(BigInteger.ONE);
        }
    }

    /** Entry i is the root's power with i's bits in reverse. */
    private static Factors powers(BigInteger root) {
        long[] powers = new long[N];
        BigInteger power = BigInteger.ONE;
        int unused = Integer.numberOfLeadingZeros(N - 1);
        for (int i = 0; i < N; i++) {
            powers[Integer.reverse(i) >>> unused] = power.longValueExact();
            power = power.multiply(root).mod(Q);
        }
        return new Factors(powers);
    }
}
