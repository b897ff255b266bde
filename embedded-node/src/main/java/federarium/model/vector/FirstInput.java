package federarium.model.vector;

import federarium.model.Batch;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Turns a batch into the input of the first layer.
 *
 * <p>Half of the pixels of handwritten digits are 0 in all of ten pictures. Such columns change
 * neither an output nor a weight, and leaving them out saves a quarter of a step.
 */
final class FirstInput {
    private final int columns;
    private final int stride;
    private final int[] allOffsets;
    private final int[] chosen;
    private final int[] chosenOffsets;
    private float[] packed = {};

    /** For batches of {@code columns} features, and the weight rows that start at the offsets. */
    FirstInput(int columns, int[] weightOffsets) {
        this.columns = columns;
        stride = columns + Matrix.SPARE;
        allOffsets = weightOffsets;
        chosen = new int[columns + 1];
        chosenOffsets = new int[columns + Matrix.SPARE];
    }

    /** Some rows of a batch with all of their columns. */
    LayerInput whole(Batch batch, int first, int count) {
        reserve(count);
        for (int row = 0; row < count; row++) {
            System.arraycopy(
                    batch.features(), (first + row) * columns, packed, row * stride, columns);
        }
        return new LayerInput(new Strided(packed, 0, stride, 1), allOffsets, columns);
    }

    /** All rows of a batch without the columns that are 0 in every row. */
    LayerInput nonzero(Batch batch) {
        int count = 0;
        for (int start = 0; start < columns; start += Lanes.COUNT) {
            int lanes = Math.min(Lanes.COUNT, columns - start);
            long nonzero = nonzero(batch, start);
            for (int lane = 0; lane < lanes; lane++) {
                // Written always, counted sometimes: a branch here would often be mispredicted.
                chosen[count] = start + lane;
                count += (int) (nonzero >>> lane & 1);
            }
        }
        for (int k = 0; k < count; k++) {
            chosenOffsets[k] = allOffsets[chosen[k]];
        }
        Arrays.fill(chosenOffsets, count, count + Matrix.SPARE, allOffsets[columns]);
        reserve(batch.size());
        pack(batch, count);
        return new LayerInput(new Strided(packed, 0, stride, 1), chosenOffsets, count);
    }

    /** Bit i says whether the column start + i holds anything but 0; NaN counts. */
    private long nonzero(Batch batch, int start) {
        if (columns < Lanes.PADDING) {
            return -1; // a few columns are all looked at, and on every machine alike
        }
        // The last vector reaches back over columns already seen, instead of out of the row.
        int from = Math.min(start, columns - Lanes.COUNT);
        FloatVector sum = FloatVector.zero(Lanes.SPECIES);
        int end = batch.size() * columns;
        for (int at = from; at < end; at += columns) {
            sum = sum.add(FloatVector.fromArray(Lanes.SPECIES, batch.features(), at).abs());
        }
        return sum.compare(VectorOperators.NE, 0f).toLong() >>> (start - from);
    }

    private void pack(Batch batch, int count) {
        float[] from = batch.features();
        float[] to = packed;
        int[] sources = chosen;
        for (int row = 0; row < batch.size(); row++) {
            int source = row * columns;
            int target = row * stride;
            for (int k = 0; k < count; k++) {
                to[target + k] = from[source + sources[k]];
            }
        }
    }

    private void reserve(int rows) {
        int length = Math.multiplyExact(rows + Matrix.SPARE, stride);
        if (packed.length < length) {
            packed = new float[length];
        }
    }
}
