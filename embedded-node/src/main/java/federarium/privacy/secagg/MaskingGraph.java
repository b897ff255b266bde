package federarium.privacy.secagg;

import federarium.random.RandomStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which nodes share masks and secrets with which: undirected, without loops.
 *
 * <p>Complete in Bonawitz et al. (2017). In SecAgg+ (Bell et al. 2020) a Harary graph over a random
 * permutation of the nodes: each is joined to the ⌊k/2⌋ before and behind it on a ring, with odd k
 * also to the one across. It stays connected whatever k − 1 nodes are taken away (Harary, 1962).
 */
public final class MaskingGraph {
    private final SortedMap<Integer, List<Integer>> neighbours = new TreeMap<>();

    private final String digest;

    private MaskingGraph(Map<Integer, SortedSet<Integer>> edges) {
        edges.forEach((client, others) -> neighbours.put(client, List.copyOf(others)));
        byte[] listed = neighbours.toString().getBytes(StandardCharsets.US_ASCII);
        digest = HexFormat.of().formatHex(RoundTerms.sha256(listed));
    }

    /** Everybody with everybody. */
    public static MaskingGraph complete(List<Integer> clients) {
        Map<Integer, SortedSet<Integer>> edges = new TreeMap<>();
        for (int client : distinct(clients)) {
            SortedSet<Integer> others = new TreeSet<>(clients);
            others.remove(client);
            edges.put(client, others);
        }
        return new MaskingGraph(edges);
    }

    /**
     * The Harary graph of one degree.
     *
     * @param degree k, from 2 to n − 1, even where the number of nodes is odd
     * @param random draws the permutation: the same stream gives the same graph
     */
    public static MaskingGraph harary(List<Integer> clients, int degree, RandomStream random) {
        int n = clients.size();
        if (degree < 2 || degree >= n || degree * n % 2 != 0) {
            throw new IllegalArgumentException(
                    "%d nodes of degree %d; allowed: 2 to %d, even where the nodes are odd in number"
                            .formatted(n, degree, n - 1));
        }
        int[] ring = distinct(clients).stream().mapToInt(Integer::intValue).toArray();
        random.shuffle(ring);
        Map<Integer, SortedSet<Integer>> edges = new TreeMap<>();
        for (int at = 0; at < n; at++) {
            SortedSet<Integer> others = new TreeSet<>();
            for (int away = 1; away <= degree / 2; away++) {
                others.add(ring[(at + away) % n]);
                others.add(ring[(at - away + n) % n]);
            }
            if (degree % 2 == 1) {
                others.add(ring[(at + n / 2) % n]);
            }
            edges.put(ring[at], others);
        }
        return new MaskingGraph(edges);
    }

    private static SortedSet<Integer> distinct(List<Integer> clients) {
        SortedSet<Integer> distinct = new TreeSet<>(clients);
        if (distinct.size() < clients.size() || distinct.isEmpty() || distinct.first() < 0) {
            throw new IllegalArgumentException("nodes are numbered from 0, each once: " + clients);
        }
        return distinct;
    }

    /** All nodes, ascending. */
    public List<Integer> clients() {
        return List.copyOf(neighbours.keySet());
    }

    /**
     * The neighbours of one node, ascending.
     *
     * @throws IllegalArgumentException if there is no such node
     */
    public List<Integer> neighbours(int client) {
        List<Integer> others = neighbours.get(client);
        if (others == null) {
            throw new IllegalArgumentException("node " + client + " takes no part in this round");
        }
        return others;
    }

    public boolean has(int client) {
        return neighbours.containsKey(client);
    }

    /** Two graphs with the same edges, and no others, have the same string. */
    @Override
    public String toString() {
        return "MaskingGraph[" + digest + "]";
    }
}
