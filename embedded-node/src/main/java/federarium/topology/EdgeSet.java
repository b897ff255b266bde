package federarium.topology;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The edges of a graph that is being put together. */
final class EdgeSet {
    private final List<NavigableSet<Integer>> beside;

    EdgeSet(int nodes) {
        beside = Stream.<NavigableSet<Integer>>generate(TreeSet::new).limit(nodes).toList();
    }

    boolean has(int one, int other) {
        return beside.get(one).contains(other);
    }

    int degree(int node) {
        return beside.get(node).size();
    }

    /** Adds an edge, if it isn't there. */
    void join(int one, int other) {
        beside.get(one).add(other);
        beside.get(other).add(one);
    }

    /** Takes an edge out, if it is there. */
    void part(int one, int other) {
        beside.get(one).remove(other);
        beside.get(other).remove(one);
    }

    /** For each node its neighbours, ascending. */
    int[][] neighbours() {
        return beside.stream()
                .map(nodes -> nodes.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
