package federarium.update.compression;

/**
 * Finds the largest magnitudes of a vector in two passes, without sorting it.
 *
 * <p>The bits of non-negative floats, read as whole numbers, are in the order of the floats. So the
 * k-th largest is found by counting: first its upper 16 bits, then its lower 15.
 */
final class LargestMagnitudes {
    private static final int LOW_BITS = 15;
    private static final int LOW_MASK = (1 << LOW_BITS) - 1;

    private LargestMagnitudes() {}

    /** The indices of the k largest, ascending; of equal ones the lower indices. */
    static int[] of(float[] values, int k) {
        int[] kept = new int[k];
        if (k == 0) {
            return kept;
        }
        int least = kthLargest(values, k);
        int equalWanted = k;
        for (float value : values) {
            equalWanted -= magnitude(value) > least ? 1 : 0;
        }
        int found = 0;
        for (int i = 0; i < values.length; i++) {
            int magnitude = magnitude(values[i]);
            if (magnitude > least || magnitude == least && equalWanted-- > 0) {
                kept[found++] = i;
            }
        }
        return kept;
    }

    private static int kthLargest(float[] values, int k) {
        int[] counts = new int[1 << 16];
        for (float value : values) {
            counts[magnitude(value) >>> LOW_BITS]++;
        }
        int left = k;
        int high = counts.length - 1;
        while (counts[high] < left) {
            left -= counts[high--];
        }
        int[] lowCounts = new int[1 << LOW_BITS];
        for (float value : values) {
            int magnitude = magnitude(value);
            if (magnitude >>> LOW_BITS == high) {
                lowCounts[magnitude & LOW_MASK]++;
            }
        }
        int low = LOW_MASK;
        while (lowCounts[low] < left) {
            left -= lowCounts[low--];
        }
        return high << LOW_BITS | low;
    }

    private static int magnitude(float value) {
        return Float.floatToRawIntBits(value) & Integer.MAX_VALUE;
    }
}
