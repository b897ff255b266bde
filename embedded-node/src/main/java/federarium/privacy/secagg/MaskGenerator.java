package federarium.privacy.secagg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key stretched into a vector over Z₂³², indistinguishable from a uniform one without the key:
 * the key stream of AES-128 in counter mode from counter 0, as little-endian ints. A key serves one
 * vector only. Of use to one thread at a time.
 */
final class MaskGenerator {
    /** So many bytes are asked for at a time: the compiled loop inside the cipher likes them. */
    private static final int CHUNK = 16 << 10;

    private static final int INTS = CHUNK / Integer.BYTES;

    private final byte[] zeros = new byte[CHUNK];
    private final byte[] stream = new byte[CHUNK];
    private final IntBuffer read =
            ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    private final int[] chunk = new int[INTS];
    private final Cipher cipher;

    MaskGenerator() {
        try {
            cipher = Cipher.getInstance("AES/CTR/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in counter mode", e);
        }
    }

    /** target += the mask of this key, modulo 2³². */
    void add(byte[] key, int[] target) {
        expand(key, target, 0);
    }

    /** target −= the mask of this key, modulo 2³². */
    void subtract(byte[] key, int[] target) {
        expand(key, target, -1);
    }

    /** With sign 0 adds x; with −1 adds ~x + 1 = −x. */
    private void expand(byte[] key, int[] target, int sign) {
        try {
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new IvParameterSpec(new byte[16]));
            for (int from = 0; from < target.length; from += INTS) {
                int length = Math.min(INTS, target.length - from);
                cipher.update(zeros, 0, length * Integer.BYTES, stream, 0);
                read.get(0, chunk, 0, length);
                for (int i = 0; i < length; i++) {
                    target[from + i] += (chunk[i] ^ sign) - sign;
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in counter mode", e);
        }
    }
}
