package federarium.model;

import federarium.data.Dataset;

/** A reusable batch: size rows of features, row-major [size][features], and their labels. */
public final class Batch {
    private final float[] features;
    private final int[] labels;
    private final int width;
    private int size;

    /** Room for {@code capacity} rows of {@code features} numbers each; holds no rows yet. */
    public Batch(int capacity, int features) {
        if (capacity < 1 || features < 1) {
            throw new IllegalArgumentException(
                    "A batch needs at least one row and one feature, not %d rows of %d"
                            .formatted(capacity, features));
        }
        this.features = new float[Math.multiplyExact(capacity, features)];
        this.labels = new int[capacity];
        this.width = features;
    }

    /** Replaces what it holds by the rows {@code order[from … to − 1]} of the data. */
    public void fill(Dataset data, int[] order, int from, int to) {
        size(to - from);
        for (int i = 0; i < size; i++) {
            data.copyRow(order[from + i], features, i * width);
            labels[i] = data.label(order[from + i]);
        }
    }

    /** Replaces what it holds by one row of another batch of the same width. */
    void copyRow(Batch other, int row) {
        size(1);
        System.arraycopy(other.features, row * width, features, 0, width);
        labels[0] = other.labels[row];
    }

    public float[] features() {
        return features;
    }

    public int[] labels() {
        return labels;
    }

    public int size() {
        return size;
    }

    public void size(int n) {
        if (n < 0 || n > labels.length) {
            throw new IllegalArgumentException(
                    "A batch of capacity %d can't hold %d rows".formatted(labels.length, n));
        }
        size = n;
    }

    public int width() {
        return width;
    }

    /**
     * Checks that a model takes these rows.
     *
     * @throws IllegalArgumentException if the model has another number of inputs
     */
    public void requireWidth(int inputs) {
        if (width != inputs) {
            throw new IllegalArgumentException(
                    "The batch has %d features, the model %d inputs".formatted(width, inputs));
        }
    }

    /**
     * Checks that a model can learn from these rows.
     *
     * @throws IllegalArgumentException if there are none, or a label is none of the classes
     */
    public void requireLabels(int classes) {
        if (size == 0) {
            throw new IllegalArgumentException("A batch of 0 rows has no mean gradient");
        }
        for (int row = 0; row < size; row++) {
            if (labels[row] < 0 || labels[row] >= classes) {
                throw new IllegalArgumentException(
                        "Row %d has label %d, outside the %d classes"
                                .formatted(row, labels[row], classes));
            }
        }
    }
}
