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
    /** So many numbers are digested at a time: their bytes stay in the cache. */
    private static final int CHUNK = 4096;

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

    /**
     * Copies {@code length} parameters from {@code from} on into the target, from {@code at} on.
     */
    public void copyTo(int from, float[] target, int at, int length) {
        System.arraycopy(values, from, target, at, length);
    }

    /** The parameters {@code from … to − 1}. */
    public Weights part(int from, int to) {
        return new Weights(Arrays.copyOfRange(values, from, to));
    }

    /** target += scale · this, element by element. */
    public void addTo(float[] target, float scale) {
        addTo(target, scale, 0, values.length);
    }

    /** target[i] += scale · this[i] for i in {@code from … to − 1}. */
    public void addTo(float[] target, float scale, int from, int to) {
        requireSize(target.length);
        for (int i = from; i < to; i++) {
            target[i] += scale * values[i];
        }
    }

    public Weights plus(Weights other) {
        float[] sum = values.clone();
        other.addTo(sum, 1);
        return new Weights(sum);
    }

    /** factor · this, element by element. */
    public Weights times(double factor) {
        float[] product = new float[values.length];
        addTo(product, (float) factor);
        return new Weights(product);
    }

    /**
     * The Euclidean norm, not finite if and only if some value is not: squares of floats cannot
     * overflow in double precision. Eight sums side by side, each in index order, then added in
     * order.
     */
    public double norm() {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int whole = values.length - values.length % 8;
        for (int i = 0; i < whole; i += 8) {
            s0 += square(values[i]);
            s1 += square(values[i + 1]);
            s2 += square(values[i + 2]);
            s3 += square(values[i + 3]);
            s4 += square(values[i + 4]);
            s5 += square(values[i + 5]);
            s6 += square(values[i + 6]);
            s7 += square(values[i + 7]);
        }
        double total = s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7;
        for (int i = whole; i < values.length; i++) {
            total += square(values[i]);
        }
        return StrictMath.sqrt(total);
    }

    /**
     * The Euclidean distance, in double precision: eight sums side by side, each in index order,
     * then added in order.
     */
    public double distance(Weights other) {
        requireSize(other.values.length);
        double[] sums = new double[8];
        for (int i = 0; i < values.length; i++) {
            sums[i % 8] += square((double) values[i] - other.values[i]);
        }
        return StrictMath.sqrt(total(sums));
    }

    /** Σ this[i] · other[i], in double precision, summed as {@link #distance} sums. */
    public double dot(Weights other) {
        requireSize(other.values.length);
        double[] sums = new double[8];
        for (int i = 0; i < values.length; i++) {
            sums[i % 8] += (double) values[i] * other.values[i];
        }
        return total(sums);
    }

    private static double total(double[] sums) {
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return total;
    }

    private static double square(double value) {
        return value * value;
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
            ByteBuffer bytes =
                    ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int from = 0; from < values.length; from += CHUNK) {
                int length = Math.min(CHUNK, values.length - from);
                bytes.asFloatBuffer().put(values, from, length);
                digest.update(bytes.array(), 0, length * Float.BYTES);
            }
            return HexFormat.of().formatHex(digest.digest());
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
