package federarium.model.vector;

import java.util.Arrays;

/**
 * A row-major matrix with rows padded to {@link Lanes#PADDING} floats.
 *
 * <p>Products work in tiles of several rows. The last tile may write past the last row, so a matrix
 * ends with spare rows: what lands there is never read as a result.
 */
final class Matrix {
    /** The tallest tile has ten rows, so it overshoots by nine at most. */
    static final int SPARE = 9;

    private int rows = -1;
    private int stride = -1;
    private float[] values = {};
    private int[] offsets = {};

    Matrix(int rows, int columns) {
        shape(rows, columns);
    }

    /**
     * Gives the matrix a new shape; its contents are then unspecified. Cheap if it has it already.
     */
    void shape(int newRows, int columns) {
        int newStride = Lanes.padded(columns);
        if (newRows == rows && newStride == stride) {
            return;
        }
        rows = newRows;
        stride = newStride;
        int length = Math.multiplyExact(rows + SPARE, stride);
        if (values.length < length) {
            values = new float[length];
        }
        if (offsets.length < rows + SPARE) {
            offsets = new int[rows + SPARE];
        }
        Arrays.setAll(offsets, row -> row * stride);
    }

    int stride() {
        return stride;
    }

    float[] values() {
        return values;
    }

    int offset(int row) {
        return row * stride;
    }

    Rows rows() {
        return new Rows(values, offsets);
    }

    Strided strided() {
        return new Strided(values, 0, stride, 1);
    }

    void clear() {
        Arrays.fill(values, 0, rows * stride, 0f);
    }

    /** Gives the target the shape [columns][rows] and the transposed contents; padding is left. */
    void transposeInto(Matrix target, int rows, int columns) {
        target.shape(columns, rows);
        float[] to = target.values;
        for (int row = 0; row < rows; row++) {
            int from = row * stride;
            for (int column = 0; column < columns; column++) {
                to[column * target.stride + row] = values[from + column];
            }
        }
    }
}
