package federarium.privacy.encryption;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * BFV's public key (p, a) with p = e − a s: it encrypts, and cannot decrypt.
 *
 * <p>A vector becomes (p u + e₁ + Δ m, a u + e₂) with u ternary, fresh for every polynomial. Its
 * noise e u + e₁ + e₂ s is some fifty times that of the shared key; see {@link Bfv#PUBLIC_TERMS}.
 */
public final class BfvPublicKey {
    private final long[] masked;
    private final byte[] seed;
    private final FixedElement p;
    private final FixedElement a;

    /** Takes the arrays over. */
    BfvPublicKey(long[] masked, byte[] seed) {
        this.masked = masked;
        this.seed = seed;
        this.p = new FixedElement(masked);
        this.a = new FixedElement(new KeyStream(seed).uniform(1));
    }

    /** Encrypts a vector of integers mod 2³², anew every time; see {@link SharedKey#encrypt}. */
    public byte[] encrypt(int[] values, SecureRandom random) {
        int polynomials = Bfv.polynomials(values.length);
        KeyStream stream = new KeyStream(KeyStream.seed(random));
        return encrypt(
                        values,
                        stream.ternary(polynomials),
                        stream.errors(polynomials),
                        stream.errors(polynomials))
                .toBytes();
    }

    /** The ciphertext with this u, e₁ and e₂. */
    BfvCiphertext encrypt(int[] values, long[] u, long[] e1, long[] e2) {
        long[] noisy = Ring.plus(Bfv.encode(values), e1);
        return BfvCiphertext.publicly(
                values.length, Ring.plus(p.times(u), noisy), Ring.plus(a.times(u), e2));
    }

    /** p at 54 bit a coefficient and the seed of a: 13,856 bytes. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(bytes());
        Packing.write(masked, bytes);
        return bytes.put(seed).array();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException if nothing wrote it so
     */
    public static BfvPublicKey fromBytes(byte[] bytes) {
        if (bytes.length != bytes()) {
            throw new IllegalArgumentException(
                    "a public BFV key has %d bytes, and here are %d"
                            .formatted(bytes(), bytes.length));
        }
        long[] masked = Packing.read(ByteBuffer.wrap(bytes), Ring.DEGREE);
        return new BfvPublicKey(
                masked, Arrays.copyOfRange(bytes, Packing.bytes(Ring.DEGREE), bytes.length));
    }

    private static int bytes() {
        return Packing.bytes(Ring.DEGREE) + KeyStream.SEED_BYTES;
    }
}
