package federarium.transport.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An immutable vector of numbers as it travels, little-endian. */
public final class Tensor {
    private final Type type;
    private final byte[] bytes;

    /** What its numbers are, by the names that safetensors has for them. */
    public enum Type {
        F32(4),
        U32(4),
        U8(1);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        /** Of one number. */
        int bytes() {
            return bytes;
        }
    }

    private Tensor(Type type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    /**
     * Takes the array over: the caller must not write to it again.
     *
     * @throws IllegalArgumentException if it holds no whole number of values
     */
    public static Tensor owning(Type type, byte[] bytes) {
        if (bytes.length % type.bytes() != 0) {
            throw new IllegalArgumentException(
                    "%d bytes are no whole number of %s".formatted(bytes.length, type));
        }
        return new Tensor(type, bytes);
    }

    /** Whole numbers from 0 to 2³² − 1, as the ints of the same bits. */
    public static Tensor of(int... values) {
        ByteBuffer buffer =
                ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asIntBuffer().put(values);
        return new Tensor(Type.U32, buffer.array());
    }

    public Type type() {
        return type;
    }

    /** How many numbers it has. */
    public int size() {
        return bytes.length / type.bytes();
    }

    /** The same as ints. */
    public int[] toInts() {
        int[] values = new int[size()];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(values);
        return values;
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    /** Its own array, which nobody may write to. */
    byte[] bytes() {
        return bytes;
    }
}
