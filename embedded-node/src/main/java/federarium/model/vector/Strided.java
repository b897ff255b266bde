package federarium.model.vector;

/**
 * The left factor A of a product, read one number at a time: A(m, k) = values[offset + m·row +
 * k·step].
 */
record Strided(float[] values, int offset, int row, int step) {

    Strided transposed() {
        return new Strided(values, offset, step, row);
    }

    /** The same matrix without its first {@code m} rows. */
    Strided from(int m) {
        return new Strided(values, offset + m * row, row, step);
    }
}
