package federarium.data.partition;

import java.util.Arrays;

/** Cutting a row of rows into consecutive pieces; what is cut is whole again when put together. */
final class Cut {
    private Cut() {}

    /**
     * Pieces in proportion to whole weights, exactly: piece k ends at ⌊n·(w₁ + … + w_k) ÷ Σw⌋, so
     * equal weights give sizes that differ by one at most. Weights that are all 0 count as equal.
     */
    static int[][] byWeights(int[] rows, int... weights) {
        long total = Arrays.stream(weights).asLongStream().sum();
        if (total == 0) {
            return evenly(rows, weights.length);
        }
        int[][] pieces = new int[weights.length][];
        long weight = 0;
        int from = 0;
        for (int k = 0; k < weights.length; k++) {
            weight += weights[k];
            int to = Math.toIntExact(rows.length * weight / total);
            pieces[k] = Arrays.copyOfRange(rows, from, to);
            from = to;
        }
        return pieces;
    }

    static int[][] evenly(int[] rows, int pieces) {
        int[] weights = new int[pieces];
        Arrays.fill(weights, 1);
        return byWeights(rows, weights);
    }

    /** Where the pieces of n rows end, given shares that add up to 1 but for rounding. */
    static int[] ends(int n, double... shares) {
        int[] ends = new int[shares.length];
        double share = 0;
        for (int k = 0; k < shares.length; k++) {
            share += shares[k];
            ends[k] = Math.min(n, (int) (share * n));
        }
        ends[shares.length - 1] = n;
        return ends;
    }

    static int[][] byShares(int[] rows, double... shares) {
        int[] ends = ends(rows.length, shares);
        int[][] pieces = new int[ends.length][];
        for (int k = 0; k < ends.length; k++) {
            pieces[k] = Arrays.copyOfRange(rows, k == 0 ? 0 : ends[k - 1], ends[k]);
        }
        return pieces;
    }
}
