package federarium.update.compression;

/** Writes numbers of a few bits one after the other, the lowest bit first, without gaps. */
final class BitWriter {
    private final byte[] bytes;
    private int full;
    private long pending;
    private int pendingBits;

    BitWriter(int size) {
        bytes = new byte[size];
    }

    static int bytesFor(long bits) {
        return Math.toIntExact(Math.ceilDiv(bits, Byte.SIZE));
    }

    void write(float value) {
        write(Float.floatToRawIntBits(value), Float.SIZE);
    }

    /** Writes the lowest bits of a number. */
    void write(int value, int bits) {
        pending |= (value & (1L << bits) - 1) << pendingBits;
        pendingBits += bits;
        while (pendingBits >= Byte.SIZE) {
            bytes[full++] = (byte) pending;
            pending >>>= Byte.SIZE;
            pendingBits -= Byte.SIZE;
        }
    }

    /** All that was written, the last byte filled up with zeros. */
    byte[] bytes() {
        if (pendingBits > 0) {
            bytes[full] = (byte) pending;
        }
        return bytes;
    }
}
