package federarium.aggregation;

import java.util.stream.IntStream;

/**
 * Parameters worked on in blocks, small enough for a core's cache, on all cores. How they are cut
 * depends on their number alone, so a sum over blocks has the same bits on every machine.
 */
final class Blocks {
    private Blocks() {}

    /** Work on the parameters {@code from … to − 1}. */
    interface Work {
        void on(int from, int to);
    }

    static int count(int size, int length) {
        return Math.ceilDiv(size, length);
    }

    /** Does the work on every block, in any order, several at a time. */
    static void each(int size, int length, Work work) {
        IntStream blocks = IntStream.range(0, count(size, length));
        (size > length ? blocks.parallel() : blocks)
                .forEach(block -> work.on(block * length, Math.min(size, (block + 1) * length)));
    }
}
