package federarium.coordinator;

import federarium.event.FederationEvent.NodeJoined;
import federarium.event.WebEvent.EdgeSeat;
import federarium.event.WebEvent.EdgesAssigned;
import federarium.scenario.Scenario;
import federarium.scenario.Topology;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The edge aggregators of a hierarchy, called e1, e2 …, and the nodes of each.
 *
 * @param count E
 * @param seats N nodes in client order; node i belongs to edge ⌊i·E ÷ N⌋
 */
public record Edges(int count, List<NodeJoined> seats) {

    public List<Integer> all() {
        return IntStream.range(0, count).boxed().toList();
    }

    int nodes() {
        return seats.size();
    }

    int of(int node) {
        return new Topology.Hierarchical(count, 1).edgeOf(node, nodes());
    }

    public String id(int edge) {
        int digits = Integer.toString(count).length();
        return String.format(Locale.ROOT, "e%0" + digits + "d", edge + 1);
    }

    /** The name of a node, by its place in client order. */
    public String node(int client) {
        return seats.get(client).node();
    }

    /** Those of some nodes that belong to an edge. */
    List<Integer> among(List<Integer> clients, int edge) {
        return clients.stream().filter(client -> of(client) == edge).toList();
    }

    EdgesAssigned assigned() {
        List<Integer> everybody = IntStream.range(0, nodes()).boxed().toList();
        return new EdgesAssigned(
                0,
                all().stream()
                        .map(edge ->
                                new EdgeSeat(
                                        id(edge),
                                        among(everybody, edge).stream().map(this::node).toList()))
                        .toList());
    }

    /** Whether the root combines them in a round. */
    static boolean reachRoot(Scenario scenario, int round) {
        return scenario.topology() instanceof Topology.Hierarchical hierarchy
                && hierarchy.reachesRoot(round, scenario.rounds());
    }
}
