package federarium.update.compression;

/** Reads what a {@link BitWriter} wrote. */
final class BitReader {
    private final byte[] bytes;
    private int next;
    private long pending;
    private int pendingBits;

    /**
     * A reader from the first bit on.
     *
     * @throws IllegalArgumentException if there are not exactly as many bytes as expected
     */
    BitReader(byte[] bytes, int expected) {
        if (bytes.length != expected) {
            throw new IllegalArgumentException(
                    "a payload of %d bytes; allowed: %d".formatted(bytes.length, expected));
        }
        this.bytes = bytes;
    }

    float readFloat() {
        return Float.intBitsToFloat(read(Float.SIZE));
    }

    int read(int bits) {
        while (pendingBits < bits) {
            pending |= (bytes[next++] & 0xFFL) << pendingBits;
            pendingBits += Byte.SIZE;
        }
        int value = (int) (pending & (1L << bits) - 1);
        pending >>>= bits;
        pendingBits -= bits;
        return value;
    }
}
