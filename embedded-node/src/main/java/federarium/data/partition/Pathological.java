package federarium.data.partition;

import federarium.random.RandomStream;
import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Extreme label skew: every node holds k labels and no others, and every label is held. A label's
 * rows are split evenly among its holders, whose numbers differ by one at most.
 */
record Pathological(int labelsPerNode) implements PartitionRule {

    @Override
    public Dealer draw(Deck training, int nodes, RandomStreams streams) {
        training.requireARowForEach(nodes);
        int classes = training.classes();
        if (labelsPerNode > classes) {
            throw BadInputException.of(
                    "data.partition.classes",
                    "%d, but the data have %d; allowed: at most %d"
                            .formatted(labelsPerNode, classes, classes));
        }
        if ((long) nodes * labelsPerNode < classes) {
            throw BadInputException.of(
                    "data.partition.classes",
                    "%d clients with %d each hold %d of %d classes at most;"
                                    .formatted(nodes, labelsPerNode, nodes * labelsPerNode, classes)
                            + " allowed: at least %d each, or at least %d clients"
                                    .formatted(
                                            Math.ceilDiv(classes, nodes),
                                            Math.ceilDiv(classes, labelsPerNode)));
        }
        List<List<Integer>> holders = holders(classes, nodes, streams.stream("partition"));
        return (rows, shuffle) -> deal(training.byLabel(rows), nodes, holders, shuffle);
    }

    /** Each node in turn takes the labels that fewest hold so far; chance decides among equals. */
    private List<List<Integer>> holders(int classes, int nodes, RandomStream random) {
        List<List<Integer>> holders = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            holders.add(new ArrayList<>());
        }
        int[] order = IntStream.range(0, classes).toArray();
        for (int node = 0; node < nodes; node++) {
            random.shuffle(order);
            List<Integer> scarcest =
                    Arrays.stream(order)
                            .boxed()
                            .sorted(Comparator.comparingInt(label -> holders.get(label).size()))
                            .limit(labelsPerNode)
                            .toList();
            for (int label : scarcest) {
                holders.get(label).add(node);
            }
        }
        return holders;
    }

    private static int[][] deal(
            int[][] byLabel, int nodes, List<List<Integer>> holders, RandomStream shuffle) {
        Hands hands = new Hands(nodes);
        for (int label = 0; label < byLabel.length; label++) {
            List<Integer> among = holders.get(label);
            int[][] pieces = Cut.evenly(Iid.shuffled(byLabel[label], shuffle), among.size());
            for (int k = 0; k < pieces.length; k++) {
                hands.give(among.get(k), pieces[k]);
            }
        }
        return hands.rows();
    }
}
