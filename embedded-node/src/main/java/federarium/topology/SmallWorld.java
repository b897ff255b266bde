package federarium.topology;

import java.util.function.IntUnaryOperator;

/**
 * A small world (Watts and Strogatz, "Collective dynamics of 'small-world' networks", Nature 393,
 * 1998): a ring in which every node is beside the two before and the two behind it, of whose 2n
 * edges each keeps one end and, with probability 1/10, moves the other to a random node. The few
 * long ways make every node reachable in few steps.
 *
 * <p>A draw that falls apart is drawn again. An edge moves only to a node that its kept end isn't
 * beside yet; where there is none, it stays.
 */
public final class SmallWorld {
    /** Neighbours on either side. */
    private static final int REACH = 2;

    private static final int ONE_IN = 10;

    private static final int FEWEST = 2 * REACH + 1;

    private SmallWorld() {}

    /**
     * Draws one.
     *
     * @param draw of a bound b, a whole number uniform on 0 … b − 1
     * @throws ImpossibleGraphException with fewer than 5 nodes
     */
    public static Graph of(int nodes, IntUnaryOperator draw) {
        if (nodes < FEWEST) {
            throw new ImpossibleGraphException(
                    "%d nodes cannot have %d neighbours each".formatted(nodes, 2 * REACH),
                    "at least %d nodes, a ring or a complete graph".formatted(FEWEST));
        }
        Graph graph = rewired(nodes, draw);
        while (!graph.isConnected()) {
            graph = rewired(nodes, draw);
        }
        return graph;
    }

    private static Graph rewired(int nodes, IntUnaryOperator draw) {
        EdgeSet edges = lattice(nodes);
        for (int step = 1; step <= REACH; step++) {
            for (int node = 0; node < nodes; node++) {
                if (draw.applyAsInt(ONE_IN) == 0 && edges.degree(node) < nodes - 1) {
                    int stranger = draw.applyAsInt(nodes);
                    while (stranger == node || edges.has(node, stranger)) {
                        stranger = draw.applyAsInt(nodes);
                    }
                    edges.part(node, (node + step) % nodes);
                    edges.join(node, stranger);
                }
            }
        }
        return Graph.of(edges);
    }

    private static EdgeSet lattice(int nodes) {
        EdgeSet edges = new EdgeSet(nodes);
        for (int node = 0; node < nodes; node++) {
            for (int step = 1; step <= REACH; step++) {
                edges.join(node, (node + step) % nodes);
            }
        }
        return edges;
    }
}
