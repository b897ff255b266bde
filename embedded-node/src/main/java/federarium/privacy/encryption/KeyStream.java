package federarium.privacy.encryption;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.function.LongSupplier;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Random elements of R_q, grown from a seed: AES-256 in counter mode, the seed its key.
 *
 * <p>The same seed gives the same elements everywhere, so a uniform element travels as its seed.
 */
final class KeyStream {
    static final int SEED_BYTES = 32;

    /** AES is fastest where it is fed no more at a time. */
    private static final byte[] ZEROS = new byte[16 * 1024];

    private final Cipher cipher;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(ZEROS.length).order(ByteOrder.LITTLE_ENDIAN).limit(0);

    KeyStream(byte[] seed) {
        try {
            cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(seed, "AES"),
                    new IvParameterSpec(new byte[16]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-256 in counter mode", e);
        }
    }

    static byte[] seed(SecureRandom random) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return seed;
    }

    /** Elements whose coefficients are uniform on 0 … q − 1. */
    long[] uniform(int elements) {
        return draw(elements, this::nextResidue);
    }

    /** Elements whose coefficients are −1, 0 or 1, each as likely. */
    long[] ternary(int elements) {
        return draw(elements, () -> Ring.raise(Math.unsignedMultiplyHigh(nextLong(), 3) - 1));
    }

    /** Elements whose coefficients are {@link Errors}. */
    long[] errors(int elements) {
        return draw(elements, () -> Ring.raise(Errors.of(nextLong())));
    }

    private static long[] draw(int elements, LongSupplier next) {
        long[] drawn = new long[elements * Ring.DEGREE];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = next.getAsLong();
        }
        return drawn;
    }

    private long nextResidue() {
        while (true) {
            long drawn = nextLong() >>> (Long.SIZE - Ring.COEFFICIENT_BITS);
            if (drawn < Ring.MODULUS) {
                return drawn;
            }
        }
    }

    private long nextLong() {
        if (!buffer.hasRemaining()) {
            try {
                cipher.update(ZEROS, 0, ZEROS.length, buffer.array(), 0);
            } catch (ShortBufferException e) {
                throw new IllegalStateException("counter mode gives a byte for a byte", e);
            }
            buffer.clear();
        }
        return buffer.getLong();
    }
}
