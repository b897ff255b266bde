package federarium.privacy.encryption;

/**
 * The additive part of BFV (Fan, Vercauteren, "Somewhat practical fully homomorphic encryption",
 * 2012) over vectors of integers mod t = 2³².
 *
 * <p>2,048 values make one polynomial m. With the ternary secret s, a uniform and errors e of σ =
 * 3.2, a ciphertext is (c₀, c₁) = (Δ m + e − a s, a), where Δ = (q − 1) ÷ t = 4,194,295, and c₀ +
 * c₁ s = Δ m + e gives m back by rounding as long as |e| < ⌊Δ/2⌋. Ciphertexts are added coefficient
 * by coefficient; their errors add up. The values are taken as signed, so a sum of k leaves 2³² at
 * most (k + 1)/2 times, and each time costs an error of 1, since Δ t = −1 mod q.
 *
 * <p>Degree 2048, 54 bit of q and a ternary secret give 128 bit of security against a classical
 * attacker by the Homomorphic Encryption Standard's table. Teaching grade, see the package.
 */
public final class Bfv {
    /** Δ. */
    static final long SCALE = (Ring.MODULUS - 1) >>> 32;

    /** The largest error that rounding takes away from any plaintext: q is 1 more than Δ t. */
    static final long LARGEST_NOISE = SCALE / 2 - 1;

    /** 19 k + (k + 1)/2 < ⌊Δ/2⌋: what can be added whatever the errors are. */
    public static final int SYMMETRIC_TERMS =
            (int) ((2 * LARGEST_NOISE - 1) / (2 * Errors.LARGEST + 1));

    /** 19 (2·2048 + 1) k + (k + 1)/2 < ⌊Δ/2⌋: the same under the public key. */
    public static final int PUBLIC_TERMS_AT_WORST =
            (int) ((2 * LARGEST_NOISE - 1) / (2 * publicNoiseAtWorst() + 1));

    /**
     * What may be added under the public key: 10 σ' √k + (k + 1)/2 < ⌊Δ/2⌋, where σ' is the
     * standard deviation of one ciphertext's noise e u + e₁ + e₂ s, σ √(2·2048·2/3 + 1) = 167.
     *
     * <p>Not guaranteed as {@link #PUBLIC_TERMS_AT_WORST} is: at the bound a value is wrong with a
     * probability of about 10⁻²³.
     */
    public static final int PUBLIC_TERMS = publicTerms();

    private Bfv() {}

    /** How many polynomials hold so many values. */
    static int polynomials(int values) {
        return Math.ceilDiv(values, Ring.DEGREE);
    }

    /** Bytes of a vector encrypted under the shared key, whose uniform half travels as a seed. */
    public static long freshBytes(int values) {
        return BfvCiphertext.bytes(values, Form.SEEDED);
    }

    /** Bytes of a sum, and of what the public key encrypted. */
    public static long sumBytes(int values) {
        return BfvCiphertext.bytes(values, Form.SYMMETRIC);
    }

    /** Δ m, the values in order, zeros after the last. */
    static long[] encode(int[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a vector of no values cannot be encrypted");
        }
        long[] scaled = new long[polynomials(values.length) * Ring.DEGREE];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = Ring.raise(values[i] * SCALE);
        }
        return scaled;
    }

    /** m mod 2³² of Δ m + e. */
    static int[] decode(long[] noisy, int values) {
        int[] decoded = new int[values];
        for (int i = 0; i < values; i++) {
            decoded[i] = (int) ((noisy[i] + SCALE / 2) / SCALE);
        }
        return decoded;
    }

    private static long publicNoiseAtWorst() {
        return Errors.LARGEST * (2L * Ring.DEGREE + 1);
    }

    /** x = √k is the positive root of x²/2 + 10 σ' x + 1/2 − (⌊Δ/2⌋ − 1). */
    private static int publicTerms() {
        double spread = 10 * Errors.SIGMA * Math.sqrt(2 * Ring.DEGREE * 2.0 / 3 + 1);
        double root = -spread + Math.sqrt(spread * spread + 2 * (LARGEST_NOISE - .5));
        return (int) (root * root);
    }
}
