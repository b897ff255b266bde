package federarium.lab;

import java.util.Arrays;

/** Which of some rebuilt rows is meant for which original: a batch has no order. */
public final class Pairing {
    /** As many as can be paired: all subsets are looked at. */
    public static final int MOST = 16;

    private Pairing() {}

    /**
     * For each original the rebuilt row, one each, with the largest sum of likenesses.
     *
     * @param likeness by original, then by rebuilt row, as many of both
     */
    public static int[] best(double[][] likeness) {
        int n = likeness.length;
        if (n > MOST) {
            throw new IllegalArgumentException(n + " rows to pair; allowed: up to " + MOST);
        }
        double[] sum = new double[1 << n];
        int[] last = new int[1 << n];
        Arrays.fill(sum, Double.NEGATIVE_INFINITY);
        sum[0] = 0;
        for (int used = 0; used < sum.length - 1; used++) {
            int original = Integer.bitCount(used);
            for (int rebuilt = 0; rebuilt < n; rebuilt++) {
                int more = used | 1 << rebuilt;
                double total = sum[used] + likeness[original][rebuilt];
                if (more != used && total > sum[more]) {
                    sum[more] = total;
                    last[more] = rebuilt;
                }
            }
        }
        int[] pairs = new int[n];
        int used = sum.length - 1;
        for (int original = n - 1; original >= 0; original--) {
            pairs[original] = last[used];
            used ^= 1 << last[used];
        }
        return pairs;
    }
}
