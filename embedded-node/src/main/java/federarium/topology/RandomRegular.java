package federarium.topology;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Random connected graphs in which every node has the same number of neighbours d.
 *
 * <p>Each node's d stubs are paired at random; pairs that would be a loop or a second edge are
 * loosened and paired anew, and a draw that gets stuck, or falls apart, is drawn again (Steger and
 * Wormald, "Generating random regular graphs quickly", 1999; Kim and Vu, 2003): for d that is small
 * beside n, all such graphs are nearly equally likely. Where d is more than half of n − 1, the
 * edges that are missing are drawn in this way instead. d = 2 is a ring in random order, exactly.
 */
public final class RandomRegular {
    private final int nodes;
    private final IntUnaryOperator draw;

    private RandomRegular(int nodes, IntUnaryOperator draw) {
        this.nodes = nodes;
        this.draw = draw;
    }

    /**
     * Draws one.
     *
     * @param degree d
     * @param draw of a bound b, a whole number uniform on 0 … b − 1
     * @throws ImpossibleGraphException if n nodes have no connected graph of that degree
     */
    public static Graph of(int nodes, int degree, IntUnaryOperator draw) {
        requirePossible(nodes, degree);
        RandomRegular random = new RandomRegular(nodes, draw);
        if (degree > (nodes - 1) / 2) {
            return random.regular(nodes - 1 - degree).complement();
        }
        if (degree == 2) {
            return random.ring();
        }
        Graph graph = random.regular(degree);
        while (!graph.isConnected()) {
            graph = random.regular(degree);
        }
        return graph;
    }

    private static void requirePossible(int nodes, int degree) {
        String asked = "%d nodes of degree %d".formatted(nodes, degree);
        int fewest = Math.min(2, nodes - 1);
        if (degree >= nodes || degree < fewest) {
            boolean oddNodes = nodes % 2 == 1;
            throw new ImpossibleGraphException(
                    asked + (degree >= nodes ? ": there are too few" : " fall apart"),
                    fewest == nodes - 1
                            ? "degree " + fewest
                            : "%s degree from %d to %d"
                                    .formatted(oddNodes ? "an even" : "a", fewest, nodes - 1));
        }
        if (nodes % 2 == 1 && degree % 2 == 1) {
            throw new ImpossibleGraphException(
                    asked + " would have half an edge",
                    "degree %d or %d, or an even number of nodes"
                            .formatted(degree - 1, degree + 1));
        }
    }

    private Graph ring() {
        int[] order = IntStream.range(0, nodes).toArray();
        shuffle(order, nodes);
        return Graph.of(
                nodes,
                IntStream.range(0, nodes)
                        .mapToObj(at -> new int[] {order[at], order[(at + 1) % nodes]})
                        .toArray(int[][]::new));
    }

    private Graph regular(int degree) {
        EdgeSet edges = paired(degree);
        while (edges == null) {
            edges = paired(degree);
        }
        return Graph.of(edges);
    }

    /** A draw, or null where the stubs that are left cannot be paired. */
    private @Nullable EdgeSet paired(int degree) {
        EdgeSet edges = new EdgeSet(nodes);
        int[] stubs = IntStream.range(0, nodes * degree).map(stub -> stub / degree).toArray();
        int left = stubs.length;
        while (left > 0) {
            shuffle(stubs, left);
            int loose = 0;
            for (int at = 0; at < left; at += 2) {
                int one = stubs[at];
                int other = stubs[at + 1];
                if (one == other || edges.has(one, other)) {
                    stubs[loose++] = one;
                    stubs[loose++] = other;
                } else {
                    edges.join(one, other);
                }
            }
            left = loose;
            if (left > 0 && !canGoOn(edges, Arrays.stream(stubs, 0, left).distinct().toArray())) {
                return null;
            }
        }
        return edges;
    }

    /** Whether some two of the nodes with loose stubs are not neighbours yet. */
    private static boolean canGoOn(EdgeSet edges, int... loose) {
        return Arrays.stream(loose)
                .anyMatch(one ->
                        Arrays.stream(loose)
                                .anyMatch(other -> one != other && !edges.has(one, other)));
    }

    private void shuffle(int[] values, int length) {
        for (int i = length - 1; i > 0; i--) {
            int j = draw.applyAsInt(i + 1);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }
}
