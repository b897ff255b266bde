package federarium.privacy.encryption;

import java.math.BigInteger;

/**
 * Residues mod q by which much is multiplied.
 *
 * <p>Beside each factor w stands ⌊2⁶⁴ w / q⌋, so that a product takes no division: x w − ⌊x ⌊2⁶⁴ w
 * / q⌋ / 2⁶⁴⌋ q is the residue, or q more (V. Shoup's trick, as in D. Harvey, "Faster arithmetic
 * for number-theoretic transforms", 2014).
 */
final class Factors {
    private final long[] factors;
    private final long[] quotients;

    /** Takes the array over. */
    Factors(long[] factors) {
        this.factors = factors;
        this.quotients = new long[factors.length];
        BigInteger modulus = BigInteger.valueOf(Ring.MODULUS);
        for (int i = 0; i < factors.length; i++) {
            quotients[i] = BigInteger.valueOf(factors[i]).shiftLeft(64).divide(modulus).longValue();
        }
    }

    /** x times factor i, mod q. */
    long times(long x, int i) {
        long quotient = Math.unsignedMultiplyHigh(x, quotients[i]);
        return Ring.raise(x * factors[i] - quotient * Ring.MODULUS - Ring.MODULUS);
    }
}
