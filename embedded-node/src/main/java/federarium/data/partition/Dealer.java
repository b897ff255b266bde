package federarium.data.partition;

import federarium.random.RandomStream;

/**
 * A rule with its choices made. It deals the training rows and then, by the same choices, the test
 * rows.
 */
@FunctionalInterface
public interface Dealer {

    /**
     * Deals rows; each goes to exactly one node.
     *
     * @param shuffle decides which of several equally good rows a node gets
     * @return the rows of each node, in client order
     */
    int[][] deal(int[] rows, RandomStream shuffle);
}
