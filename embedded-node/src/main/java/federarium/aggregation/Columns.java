package federarium.aggregation;

import federarium.update.Weights;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The updates' values parameter by parameter, a block of parameters at a time: a row for each
 * update, a column for each parameter, and the same columns sorted.
 *
 * <p>Values are kept as integers of the same order, which are sorted faster than floats.
 */
final class Columns {
    private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Parameters at a time: with a hundred updates, a block and its sorted copy fit in 256 KiB. */
    static final int WIDTH = 256;

    private final List<Weights> updates;
    private final SortingNetwork network;
    private final float[] values = new float[WIDTH];
    private final int[][] given;
    private final int[][] sorted;

    Columns(List<Weights> updates, SortingNetwork network) {
        this.updates = updates;
        this.network = network;
        this.given = new int[updates.size()][WIDTH];
        this.sorted = new int[updates.size()][WIDTH];
    }

    /** Takes the parameters {@code from … to − 1}, at most {@link #WIDTH} of them. */
    void load(int from, int to) {
        int width = to - from;
        for (int k = 0; k < given.length; k++) {
            updates.get(k).copyTo(from, values, 0, width);
            flip(values, given[k], width);
            System.arraycopy(given[k], 0, sorted[k], 0, width);
        }
        network.sort(sorted, width);
    }

    private static void flip(float[] values, int[] row, int width) {
        for (int i = 0; i < width; i++) {
            row[i] = flipped(Float.floatToRawIntBits(values[i]));
        }
    }

    /** The value of a rank in a column, from rank 0 for the smallest. */
    float ranked(int rank, int column) {
        return Float.intBitsToFloat(flipped(sorted[rank][column]));
    }

    /**
     * Adds to each update's count the columns where its value lies in a range of ranks.
     *
     * @param first the range's first rank in each column
     * @param length how many ranks it has
     */
    void countWithin(int[] first, int length, int width, long[] counts) {
        int[] low = new int[WIDTH];
        int[] high = new int[WIDTH];
        Arrays.fill(low, Integer.MAX_VALUE);
        Arrays.fill(high, Integer.MIN_VALUE);
        for (int i = 0; i < width; i++) {
            low[i] = sorted[first[i]][i];
            high[i] = sorted[first[i] + length - 1][i];
        }
        for (int k = 0; k < given.length; k++) {
            counts[k] += within(given[k], low, high);
        }
    }

    private static int within(int[] row, int[] low, int[] high) {
        int count = 0;
        for (int i = 0; i < WIDTH; i += LANES) {
            IntVector values = IntVector.fromArray(SPECIES, row, i);
            VectorMask<Integer> above =
                    values.compare(VectorOperators.GE, IntVector.fromArray(SPECIES, low, i));
            VectorMask<Integer> below =
                    values.compare(VectorOperators.LE, IntVector.fromArray(SPECIES, high, i));
            count += above.and(below).trueCount();
        }
        return count;
    }

    /** Turns the bits of a float into an integer of the same order, and back. */
    private static int flipped(int bits) {
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }
}
