package federarium.privacy.encryption;

import java.security.SecureRandom;

/**
 * BFV's secret key s, ternary, which all clients share.
 *
 * <p>Encrypts a vector as (Δ m + e − a s, a), with a fresh uniform a of which only the seed
 * travels: two vectors under the same a would show their difference. See {@link Bfv}.
 */
public final class BfvSharedKey implements SharedKey {
    private final byte[] seed;
    private final FixedElement secret;

    private BfvSharedKey(byte[] seed) {
        this.seed = seed;
        this.secret = new FixedElement(new KeyStream(seed).ternary(1));
    }

    /** A new key. */
    public static BfvSharedKey generate(SecureRandom random) {
        return new BfvSharedKey(KeyStream.seed(random));
    }

    /**
     * The key that {@link #toBytes} gave at another client.
     *
     * @throws IllegalArgumentException if it is not 32 bytes long
     */
    public static BfvSharedKey fromBytes(byte[] bytes) {
        if (bytes.length != KeyStream.SEED_BYTES) {
            throw new IllegalArgumentException(
                    "a BFV key has %d bytes, and here are %d"
                            .formatted(KeyStream.SEED_BYTES, bytes.length));
        }
        return new BfvSharedKey(bytes.clone());
    }

    /** The key as 32 bytes, secret: for the other clients only. */
    public byte[] toBytes() {
        return seed.clone();
    }

    /** A public key for this secret one: who has it encrypts, and cannot decrypt. */
    public BfvPublicKey publicKey(SecureRandom random) {
        long[] errors = new KeyStream(KeyStream.seed(random)).errors(1);
        return publicKey(errors, KeyStream.seed(random));
    }

    /** The public key with these errors and this uniform half. */
    BfvPublicKey publicKey(long[] errors, byte[] uniformSeed) {
        return new BfvPublicKey(masked(errors, new KeyStream(uniformSeed).uniform(1)), uniformSeed);
    }

    @Override
    public byte[] encrypt(int[] values, SecureRandom random) {
        long[] errors =
                new KeyStream(KeyStream.seed(random)).errors(Bfv.polynomials(values.length));
        return encrypt(values, errors, KeyStream.seed(random)).toBytes();
    }

    /** The ciphertext with these errors and this uniform half. */
    BfvCiphertext encrypt(int[] values, long[] errors, byte[] uniformSeed) {
        long[] uniform = new KeyStream(uniformSeed).uniform(Bfv.polynomials(values.length));
        long[] noisy = Ring.plus(Bfv.encode(values), errors);
        return BfvCiphertext.seeded(values.length, masked(noisy, uniform), uniform, uniformSeed);
    }

    @Override
    public int[] decrypt(byte[] ciphertext) {
        return decrypt(BfvCiphertext.fromBytes(ciphertext));
    }

    int[] decrypt(BfvCiphertext ciphertext) {
        return Bfv.decode(noisy(ciphertext), ciphertext.values());
    }

    /**
     * The noise budget that a ciphertext has left, log₂((⌊Δ/2⌋ − 1) ÷ max |e|), in bits.
     *
     * <p>Near 0 the next addition may spoil the sum. Beyond, it cannot be seen: an error of Δ looks
     * like none.
     *
     * @throws IllegalArgumentException if these bytes are no ciphertext
     */
    public double noiseBudget(byte[] ciphertext) {
        return noiseBudget(BfvCiphertext.fromBytes(ciphertext));
    }

    double noiseBudget(BfvCiphertext ciphertext) {
        long largest = Math.max(1, largestNoise(ciphertext));
        return Math.log((double) Bfv.LARGEST_NOISE / largest) / Math.log(2);
    }

    /** max |c₀ + c₁ s − Δ m|. */
    long largestNoise(BfvCiphertext ciphertext) {
        long[] noise = Ring.minus(noisy(ciphertext), Bfv.encode(decrypt(ciphertext)));
        long largest = 0;
        for (int i = 0; i < ciphertext.values(); i++) {
            largest = Math.max(largest, Math.abs(Ring.centred(noise[i])));
        }
        return largest;
    }

    /** c₀ + c₁ s = Δ m + e. */
    private long[] noisy(BfvCiphertext ciphertext) {
        return Ring.plus(ciphertext.c0(), secret.times(ciphertext.c1()));
    }

    /** x − a s. */
    private long[] masked(long[] x, long[] uniform) {
        return Ring.minus(x, secret.times(uniform));
    }
}
