package federarium.data.partition;

import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;
import java.util.stream.IntStream;

/** Random samples of unequal size: node k of N gets a share k ÷ (1 + … + N) of the rows. */
record Size() implements PartitionRule {

    @Override
    public Dealer draw(Deck training, int nodes, RandomStreams streams) {
        long needed = (long) nodes * (nodes + 1) / 2;
        if (needed > training.size()) {
            throw BadInputException.of(
                    "clients",
                    "sizes growing 1 : 2 : … : %d need %d training rows, there"
                                    .formatted(nodes, needed)
                            + " are %d; allowed: at most %d clients"
                                    .formatted(training.size(), mostNodes(training.size())));
        }
        int[] weights = IntStream.rangeClosed(1, nodes).toArray();
        return (rows, shuffle) -> Cut.byWeights(Iid.shuffled(rows, shuffle), weights);
    }

    private static long mostNodes(long rows) {
        long nodes = 1;
        while ((nodes + 1) * (nodes + 2) / 2 <= rows) {
            nodes++;
        }
        return nodes;
    }
}
