package federarium.data;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A data set with its rows dealt to nodes. No row is with two nodes or twice with one, and every
 * row is with one of them.
 *
 * @param nodes in client order
 */
public record FederatedData(Dataset dataset, List<NodeRows> nodes, Provenance provenance) {

    public FederatedData {
        nodes = List.copyOf(nodes);
    }

    /** The training rows of all nodes, node by node. */
    public int[] train() {
        return together(NodeRows::train);
    }

    /** The test rows of all nodes, node by node: the global test set. */
    public int[] test() {
        return together(NodeRows::test);
    }

    private int[] together(Function<NodeRows, int[]> rows) {
        return nodes.stream().map(rows).flatMapToInt(Arrays::stream).toArray();
    }
}
