package federarium.data.partition;

import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Label skew after McMahan et al., "Communication-efficient learning of deep networks from
 * decentralized data" (2017): training rows sorted by label are cut into N·s equal shards, of which
 * every node gets s at random.
 *
 * <p>A shard's test rows have the labels of its training rows: each label's test rows are cut in
 * the proportions in which the shards hold that label.
 */
record Shard(int shardsPerNode) implements PartitionRule {

    @Override
    public Dealer draw(Deck training, int nodes, RandomStreams streams) {
        long shards = (long) nodes * shardsPerNode;
        if (shards > training.size()) {
            throw BadInputException.of(
                    "data.partition.shardsPerClient",
                    ("%d clients with %d each make %d shards of %d"
                                    + " training rows; allowed: at most %d shards")
                            .formatted(
                                    nodes,
                                    shardsPerNode,
                                    shards,
                                    training.size(),
                                    training.size()));
        }
        int[][] counts = labelCountsByShard(training, (int) shards);
        int[] order = IntStream.range(0, (int) shards).toArray();
        streams.stream("partition").shuffle(order);
        return (rows, _) -> deal(training.byLabel(rows), counts, order);
    }

    /** How many training rows of each label each shard holds: [label][shard]. */
    private static int[][] labelCountsByShard(Deck training, int shards) {
        int[][] byLabel = training.byLabel();
        int[] sortedLabels =
                IntStream.range(0, byLabel.length)
                        .flatMap(label -> Arrays.stream(byLabel[label]).map(_ -> label))
                        .toArray();
        int[][] counts = new int[byLabel.length][shards];
        int[][] pieces = Cut.evenly(sortedLabels, shards);
        for (int shard = 0; shard < shards; shard++) {
            for (int label : pieces[shard]) {
                counts[label][shard]++;
            }
        }
        return counts;
    }

    /** Node k gets the shards order[k·s] … order[k·s + s − 1]. */
    private int[][] deal(int[][] byLabel, int[][] counts, int[] order) {
        Hands hands = new Hands(order.length / shardsPerNode);
        for (int label = 0; label < byLabel.length; label++) {
            int[][] pieces = Cut.byWeights(byLabel[label], counts[label]);
            for (int k = 0; k < order.length; k++) {
                hands.give(k / shardsPerNode, pieces[order[k]]);
            }
        }
        return hands.rows();
    }
}
