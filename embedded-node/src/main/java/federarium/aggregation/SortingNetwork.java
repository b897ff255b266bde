package federarium.aggregation;

import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Which pairs of n places to put in order, one after the other, so that whatever stood there is
 * sorted: Batcher's merge exchange (Knuth, The Art of Computer Programming 3, 5.2.2, algorithm M),
 * about n (log₂ n)² ÷ 4 pairs. As the pairs do not depend on the values, many columns are sorted
 * side by side.
 */
final class SortingNetwork {
    private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private final int[] lower;
    private final int[] upper;

    private SortingNetwork(List<int[]> pairs) {
        lower = pairs.stream().mapToInt(pair -> pair[0]).toArray();
        upper = pairs.stream().mapToInt(pair -> pair[1]).toArray();
    }

    static SortingNetwork of(int n) {
        List<int[]> pairs = new ArrayList<>();
        int top = n < 2 ? 0 : Integer.highestOneBit(n - 1);
        for (int p = top; p > 0; p /= 2) {
            int q = top;
            int r = 0;
            int d = p;
            while (d > 0) {
                for (int i = 0; i < n - d; i++) {
                    if ((i & p) == r) {
                        pairs.add(new int[] {i, i + d});
                    }
                }
                d = q == p ? 0 : q - p;
                q /= 2;
                r = p;
            }
        }
        return new SortingNetwork(pairs);
    }

    /** How many pairs are compared. */
    int comparisons() {
        return lower.length;
    }

    /** Sorts the columns {@code 0 … width − 1} of the rows, smallest value in the first row. */
    void sort(int[][] rows, int width) {
        for (int pair = 0; pair < lower.length; pair++) {
            order(rows[lower[pair]], rows[upper[pair]], width);
        }
    }

    private static void order(int[] low, int[] high, int width) {
        for (int i = 0; i < width; i += LANES) {
            IntVector a = IntVector.fromArray(SPECIES, low, i);
            IntVector b = IntVector.fromArray(SPECIES, high, i);
            a.min(b).intoArray(low, i);
            a.max(b).intoArray(high, i);
        }
    }
}
