package federarium.model.vector;

/**
 * The columns of a batch that a layer has to look at, and the weight rows that they multiply.
 *
 * @param values the columns, packed: values(row, k) belongs to the weight row at offsets[k]
 * @param offsets where the weight rows start; {@link Matrix#SPARE} more than columns
 * @param columns how many there are
 */
record LayerInput(Strided values, int[] offsets, int columns) {}
