package federarium.aggregation;

import java.util.stream.IntStream;

/**
 * Parameters worked on in blocks, small enough for a core's cache, on all cores where that is worth
 * waking them. How they are cut depends on their number alone, so a sum over blocks has the same
 * bits on every machine.
 */
final class Blocks {
    /** Below so many operations, another core would come when the work is done. */
    private static final long WORTH_SHARING = 1 << 22;

    private Blocks() {}

    /** Work on the parameters {@code from … to − 1}. */
    interface Work {
        void on(int from, int to);
    }

    static int count(int size, int length) {
        return Math.ceilDiv(size, length);
    }

    /**
     * Does the work on every block, in any order, several at a time.
     *
     * @param operations about how many a parameter takes
     */
    static void each(long operations, int size, int length, Work work) {
        IntStream blocks = IntStream.range(0, count(size, length));
        (operations * size > WORTH_SHARING ? blocks.parallel() : blocks)
                .forEach(block -> work.on(block * length, Math.min(size, (block + 1) * length)));
    }
}
