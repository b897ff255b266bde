package federarium.aggregation;

import federarium.update.Weights;
import java.util.List;

/**
 * What the rules that look at each parameter for itself share: of each parameter's values in
 * ascending order they keep a run of neighbours, and take its mean.
 *
 * @param step the means
 * @param kept for each update, the parameters where its value was within the kept run
 */
record MiddleMean(float[] step, long[] kept) {
    /** Parameters that one thread works through with the same buffers. */
    private static final int PART = 64 * Columns.WIDTH;

    /** Where the run begins in a sorted column. */
    interface Start {
        int of(Columns columns, int column);
    }

    /**
     * The means of runs of the same length.
     *
     * @param length how many values are kept of each parameter
     */
    static MiddleMean of(List<Weights> updates, int length, Start start) {
        SortingNetwork network = SortingNetwork.of(updates.size());
        float[] step = new float[updates.getFirst().size()];
        long[] kept = new long[updates.size()];
        Blocks.each(
                network.comparisons(),
                step.length,
                PART,
                (from, to) -> {
                    long[] counts = part(updates, network, length, start, step, from, to);
                    synchronized (kept) {
                        for (int k = 0; k < kept.length; k++) {
                            kept[k] += counts[k];
                        }
                    }
                });
        return new MiddleMean(step, kept);
    }

    private static long[] part(
            List<Weights> updates,
            SortingNetwork network,
            int length,
            Start start,
            float[] step,
            int from,
            int to) {
        Columns columns = new Columns(updates, network);
        int[] first = new int[Columns.WIDTH];
        long[] counts = new long[updates.size()];
        for (int at = from; at < to; at += Columns.WIDTH) {
            int width = Math.min(to - at, Columns.WIDTH);
            columns.load(at, at + width);
            for (int i = 0; i < width; i++) {
                first[i] = start.of(columns, i);
                step[at + i] = mean(columns, i, first[i], length);
            }
            columns.countWithin(first, length, width, counts);
        }
        return counts;
    }

    private static float mean(Columns columns, int column, int first, int length) {
        double sum = 0;
        for (int rank = first; rank < first + length; rank++) {
            sum += columns.ranked(rank, column);
        }
        return (float) (sum / length);
    }

    /** Each update's part of all that was kept: its weight, as far as it has one. */
    double[] shares() {
        double total = 0;
        for (long each : kept) {
            total += each;
        }
        double[] shares = new double[kept.length];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = kept[k] / total;
        }
        return shares;
    }
}
