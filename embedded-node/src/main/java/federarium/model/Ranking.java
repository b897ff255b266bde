package federarium.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How well a score tells two classes apart, whatever the threshold; null where one is missing or a
 * score is not a number.
 *
 * @param auc area under the ROC curve: the probability that a positive scores above a negative,
 *     ties counting half (Mann–Whitney)
 * @param averagePrecision Σ (R_i − R_{i−1}) P_i over the distinct scores from the highest down, R
 *     being recall and P precision; no interpolation
 */
public record Ranking(@Nullable Double auc, @Nullable Double averagePrecision) {

    /** For more than two classes. */
    public static final Ranking NONE = new Ranking(null, null);

    static Ranking of(float[] scores, boolean[] positive) {
        long positives = IntStream.range(0, positive.length).filter(i -> positive[i]).count();
        long negatives = positive.length - positives;
        boolean broken = IntStream.range(0, scores.length).anyMatch(i -> Float.isNaN(scores[i]));
        if (positives == 0 || negatives == 0 || broken) {
            return new Ranking(null, null);
        }
        int[] order = descending(scores);
        double area = 0;
        double precisions = 0;
        long hits = 0;
        int start = 0;
        while (start < order.length) {
            int end = start;
            long tied = 0;
            while (end < order.length && scores[order[end]] == scores[order[start]]) {
                tied += positive[order[end]] ? 1 : 0;
                end++;
            }
            long tiedNegatives = end - start - tied;
            area += tiedNegatives * (hits + tied / 2.0);
            hits += tied;
            precisions += tied * ((double) hits / end);
            start = end;
        }
        return new Ranking(area / ((double) positives * negatives), precisions / positives);
    }

    /** Positions by score from the highest down; the bits of floats from 0 up sort as they do. */
    private static int[] descending(float[] scores) {
        long[] keys = new long[scores.length];
        for (int i = 0; i < scores.length; i++) {
            keys[i] = ((long) (Integer.MAX_VALUE - Float.floatToIntBits(scores[i])) << 32) | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
}
