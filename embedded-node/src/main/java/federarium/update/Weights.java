package federarium.update;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An immutable vector of float32 parameters, or a difference of two such vectors.
 *
 * <p>Being immutable it is passed between verticles and threads by reference. Every method works
 * element by element, or sums in index order, so its bits are the same on every machine.
 */
public final class Weights {
    private static final int LANES = 8;

    private final float[] values;

    private Weights(float[] values) {
        this.values = values;
    }

    /** Takes the array over: the caller must not write to it again. */
    public static Weights owning(float[] values) {
        return new Weights(values);
    }

    public static Weights copyOf(float... values) {
        return new Weights(values.clone());
    }

    public static Weights zeros(int size) {
        return new Weights(new float[size]);
    }

    public int size() {
        return values.length;
    }

    public float get(int index) {
        return values[index];
    }

    public float[] toArray() {
        return values.clone();
    }

    public void copyTo(float[] target) {
        System.arraycopy(values, 0, target, 0, values.length);
    }

    /** target += scale · this, element by element. */
    public void addTo(float[] target, float scale) {
        requireSize(target.length);
        for (int i = 0; i < values.length; i++) {
            target[i] += scale * values[i];
        }
    }

    public Weights plus(Weights other) {
        float[] sum = values.clone();
        other.addTo(sum, 1);
        return new Weights(sum);
    }

    /**
     * The Euclidean norm, not finite if and only if some value is not: squares of floats cannot
     * overflow in double precision. Eight sums side by side, each in index order, then added in
     * order.
     */
    public double norm() {
        double[] sums = new double[LANES];
        int whole = values.length - values.length % LANES;
        for (int i = 0; i < whole; i += LANES) {
            for (int lane = 0; lane < LANES; lane++) {
                double value = values[i + lane];
                sums[lane] += value * value;
            }
        }
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        for (int i = whole; i < values.length; i++) {
            total += (double) values[i] * values[i];
        }
        return StrictMath.sqrt(total);
    }

    /** Whether every value is a number, and none infinite. */
    public boolean isFinite() {
        return Double.isFinite(norm());
    }

    /** The vector as little-endian float32, four bytes a parameter. */
    public byte[] toBytes() {
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException if the length is no multiple of four
     */
    public static Weights fromBytes(byte[] bytes) {
        if (bytes.length % Float.BYTES != 0) {
            throw new IllegalArgumentException(
                    bytes.length + " bytes are no whole number of 4-byte floats");
        }
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return new Weights(values);
    }

    /** SHA-256 over {@link #toBytes}, in lower-case hexadecimal. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(toBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void requireSize(int size) {
        if (size != values.length) {
            throw new IllegalArgumentException(
                    "vectors of " + values.length + " and " + size + " parameters do not match");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Weights[" + values.length + "]";
    }
}
