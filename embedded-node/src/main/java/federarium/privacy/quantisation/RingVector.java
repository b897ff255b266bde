package federarium.privacy.quantisation;

import java.util.Arrays;

/**
 * An immutable vector over Z₂³², the whole numbers modulo 2³², one int a coordinate. Its sums are
 * exact, so neither order nor threads can change a bit.
 */
public final class RingVector {
    private final int[] values;

    private RingVector(int[] values) {
        this.values = values;
    }

    /** Takes the array over: the caller must not write to it again. */
    public static RingVector owning(int[] values) {
        return new RingVector(values);
    }

    public static RingVector copyOf(int... values) {
        return new RingVector(values.clone());
    }

    public int size() {
        return values.length;
    }

    public int get(int index) {
        return values[index];
    }

    public int[] toArray() {
        return values.clone();
    }

    /**
     * target += this, modulo 2³².
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    public void addTo(int[] target) {
        if (target.length != values.length) {
            throw new IllegalArgumentException(
                    "vectors of %d and %d coordinates do not match"
                            .formatted(values.length, target.length));
        }
        for (int i = 0; i < values.length; i++) {
            target[i] += values[i];
        }
    }

    /** Bytes as it travels: four a coordinate. */
    public long bytes() {
        return (long) values.length * Integer.BYTES;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RingVector that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "RingVector[" + values.length + "]";
    }
}
