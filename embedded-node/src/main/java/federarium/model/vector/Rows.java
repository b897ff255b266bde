package federarium.model.vector;

/**
 * Padded rows of one array in any order: row i starts at offsets[i].
 *
 * <p>Choosing rows by offset lets a product skip rows of a weight matrix without copying it.
 */
record Rows(float[] values, int[] offsets) {}
