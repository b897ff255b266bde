package federarium.privacy.encryption;

import java.nio.ByteBuffer;

/** Coefficients as bytes: 54 bits each, the lowest first; an element takes 13,824 bytes. */
final class Packing {
    private Packing() {}

    static int bytes(int coefficients) {
        return coefficients / Byte.SIZE * Ring.COEFFICIENT_BITS;
    }

    static void write(long[] coefficients, ByteBuffer target) {
        long pending = 0;
        int bits = 0;
        for (long coefficient : coefficients) {
            pending |= coefficient << bits;
            bits += Ring.COEFFICIENT_BITS;
            while (bits >= Byte.SIZE) {
                target.put((byte) pending);
                pending >>>= Byte.SIZE;
                bits -= Byte.SIZE;
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if a number is not below q
     */
    static long[] read(ByteBuffer source, int coefficients) {
        long[] read = new long[coefficients];
        long pending = 0;
        int bits = 0;
        for (int i = 0; i < coefficients; i++) {
            while (bits < Ring.COEFFICIENT_BITS) {
                pending |= (source.get() & 0xffL) << bits;
                bits += Byte.SIZE;
            }
            read[i] = pending & ((1L << Ring.COEFFICIENT_BITS) - 1);
            pending >>>= Ring.COEFFICIENT_BITS;
            bits -= Ring.COEFFICIENT_BITS;
            if (read[i] >= Ring.MODULUS) {
                throw new IllegalArgumentException(
                        "coefficient %d of a BFV ciphertext or key is %d, and must be below %d: it"
                                        .formatted(i, read[i], Ring.MODULUS)
                                + " was damaged on its way");
            }
        }
        return read;
    }
}
