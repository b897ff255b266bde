package federarium.model.vector;

import federarium.model.Batch;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Turns a batch into the input of the first layer.
 *
 * <p>Half of the pixels of ten handwritten digits are paper in all of them, 0 or, standardised,
 * another number. Leaving such columns out saves a third of a step.
 */
final class FirstInput {
    /** Beyond this, subtracting the background would cost a column of small numbers its digits. */
    private static final float FAINTEST = 10;

    private final int columns;
    private final int stride;
    private final int[] allOffsets;
    private final int[] chosen;
    private final int[] chosenOffsets;
    private float[] packed = {};
    private float[] sums = {};

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
        int count = choose(batch, 0);
        pack(batch, count, 0);
        return new LayerInput(new Strided(packed, 0, stride, 1), chosenOffsets, count);
    }

    /**
     * All rows of a batch on the background that the first number of the first row shows, if half
     * of the columns or more hold it in every row; otherwise on 0.
     */
    LayerInput onBackground(Batch batch) {
        float background = batch.features()[0];
        if (columns < Lanes.PADDING || background == 0 || !(Math.abs(background) <= FAINTEST)) {
            return nonzero(batch);
        }
        int count = choose(batch, background);
        if (2 * count > columns) {
            return nonzero(batch);
        }
        pack(batch, count, background);
        return new LayerInput(
                new Strided(packed, 0, stride, 1), chosenOffsets, count, background, sums);
    }

    /** Lists the columns that differ from a background somewhere; returns how many there are. */
    private int choose(Batch batch, float background) {
        int count = 0;
        for (int start = 0; start < columns; start += Lanes.COUNT) {
            int lanes = Math.min(Lanes.COUNT, columns - start);
            long differs = differs(batch, start, background);
            for (int lane = 0; lane < lanes; lane++) {
                // Written always, counted sometimes: a branch here would often be mispredicted.
                chosen[count] = start + lane;
                count += (int) (differs >>> lane & 1);
            }
        }
        for (int k = 0; k < count; k++) {
            chosenOffsets[k] = allOffsets[chosen[k]];
        }
        Arrays.fill(chosenOffsets, count, count + Matrix.SPARE, allOffsets[columns]);
        return count;
    }

    /** Bit i says whether column start + i holds anything but the background; NaN counts. */
    private long differs(Batch batch, int start, float background) {
        if (columns < Lanes.PADDING) {
            return -1; // a few columns are all looked at, and on every machine alike
        }
        // The last vector reaches back over columns already seen, instead of out of the row.
        int from = Math.min(start, columns - Lanes.COUNT);
        FloatVector sum = FloatVector.zero(Lanes.SPECIES);
        int end = batch.size() * columns;
        for (int at = from; at < end; at += columns) {
            FloatVector row = FloatVector.fromArray(Lanes.SPECIES, batch.features(), at);
            sum = sum.add(row.sub(background).abs());
        }
        return sum.compare(VectorOperators.NE, 0f).toLong() >>> (start - from);
    }

    /** Packs the chosen columns, less the background, and sums each row. */
    private void pack(Batch batch, int count, float background) {
        reserve(batch.size());
        float[] from = batch.features();
        float[] to = packed;
        int[] sources = chosen;
        for (int row = 0; row < batch.size(); row++) {
            int source = row * columns;
            int target = row * stride;
            for (int k = 0; k < count; k++) {
                to[target + k] = from[source + sources[k]] - background;
            }
            if (background != 0) {
                sums[row] = sum(to, target, target + count);
            }
        }
    }

    /** Four sums side by side, so that an addition needs not wait for the one before. */
    private static float sum(float[] values, int from, int to) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = from;
        for (; i + 4 <= to; i += 4) {
            s0 += values[i];
            s1 += values[i + 1];
            s2 += values[i + 2];
            s3 += values[i + 3];
        }
        for (; i < to; i++) {
            s0 += values[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    private void reserve(int rows) {
        int length = Math.multiplyExact(rows + Matrix.SPARE, stride);
        if (packed.length < length) {
            packed = new float[length];
            sums = new float[rows + Matrix.SPARE];
        }
    }
}
