package federarium.model.vector;

/**
 * The columns of a batch that a layer has to look at, and the weight rows that they multiply.
 *
 * @param values the columns, packed: values(row, k) belongs to the weight row at offsets[k]
 * @param offsets where the weight rows start; {@link Matrix#SPARE} more than columns
 * @param columns how many there are
 * @param background c, which was subtracted from all values and is what the other columns hold
 * @param sums of the values of each row
 */
record LayerInput(Strided values, int[] offsets, int columns, float background, float[] sums) {
    private static final float[] NONE = {};

    /** Columns as they are; the others, if there are any, hold 0. */
    LayerInput(Strided values, int[] offsets, int columns) {
        this(values, offsets, columns, 0, NONE);
    }
}
