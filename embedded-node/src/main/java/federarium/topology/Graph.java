package federarium.topology;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * An undirected graph on nodes 0 … n − 1, without loops, every edge once. Immutable.
 *
 * <p>The graphs in which nothing is left to chance are made here, each connected: ring, star and
 * complete. {@link Torus}, {@link RandomRegular} and {@link SmallWorld} are the others.
 */
public final class Graph {
    private final int[][] neighbours;

    private Graph(int[][] neighbours) {
        this.neighbours = neighbours;
    }

    static Graph of(EdgeSet edges) {
        return new Graph(edges.neighbours());
    }

    /**
     * The graph with these edges.
     *
     * @param edges pairs of nodes; one that is named twice, in whichever direction, counts once
     * @throws IllegalArgumentException if an edge joins a node with itself, or with none of the n
     */
    public static Graph of(int nodes, int[]... edges) {
        EdgeSet set = new EdgeSet(nodes);
        for (int[] edge : edges) {
            if (edge[0] == edge[1] || Math.max(edge[0], edge[1]) >= nodes) {
                throw new IllegalArgumentException(
                        "no edge joins %d and %d of %d nodes".formatted(edge[0], edge[1], nodes));
            }
            set.join(edge[0], edge[1]);
        }
        return of(set);
    }

    /** Every node between two others. Two nodes have the one edge, one node has none. */
    public static Graph ring(int nodes) {
        EdgeSet edges = new EdgeSet(nodes);
        for (int node = 1; node < nodes; node++) {
            edges.join(node - 1, node);
        }
        if (nodes > 1) {
            edges.join(nodes - 1, 0);
        }
        return of(edges);
    }

    /** Node 0 beside every other. */
    public static Graph star(int nodes) {
        EdgeSet edges = new EdgeSet(nodes);
        for (int node = 1; node < nodes; node++) {
            edges.join(0, node);
        }
        return of(edges);
    }

    /** Every node beside every other: n(n − 1)/2 edges. */
    public static Graph complete(int nodes) {
        return of(new EdgeSet(nodes)).complement();
    }

    /** The graph that has exactly the edges that this one lacks. */
    Graph complement() {
        return new Graph(
                IntStream.range(0, nodes())
                        .mapToObj(node ->
                                IntStream.range(0, nodes())
                                        .filter(other -> other != node)
                                        .filter(other -> !areNeighbours(node, other))
                                        .toArray())
                        .toArray(int[][]::new));
    }

    /** The same nodes with only those edges that join two of some; the others have none. */
    public Graph among(IntPredicate some) {
        return new Graph(
                IntStream.range(0, nodes())
                        .mapToObj(node ->
                                some.test(node)
                                        ? Arrays.stream(neighbours[node]).filter(some).toArray()
                                        : new int[0])
                        .toArray(int[][]::new));
    }

    /** n. */
    public int nodes() {
        return neighbours.length;
    }

    /** How many neighbours a node has. */
    public int degree(int node) {
        return neighbours[node].length;
    }

    /** A node's neighbours, ascending. */
    public int[] neighbours(int node) {
        return neighbours[node].clone();
    }

    public boolean areNeighbours(int one, int other) {
        return Arrays.binarySearch(neighbours[one], other) >= 0;
    }

    /** The number of edges. */
    public long edges() {
        return Arrays.stream(neighbours).mapToLong(beside -> beside.length).sum() / 2;
    }

    /** Whether every node can be reached from every other. */
    public boolean isConnected() {
        BitSet reached = new BitSet(nodes());
        int[] waiting = new int[nodes()];
        int known = 1;
        reached.set(0);
        for (int next = 0; next < known; next++) {
            for (int neighbour : neighbours[waiting[next]]) {
                if (!reached.get(neighbour)) {
                    reached.set(neighbour);
                    waiting[known++] = neighbour;
                }
            }
        }
        return known == nodes();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Graph that && Arrays.deepEquals(neighbours, that.neighbours);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(neighbours);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(neighbours);
    }
}
