package federarium.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads who talks to whom, and says what that does not go with. */
record TopologyReader(Keys keys) {
    /** The rules that ask more of a client than an update, and an edge has only that. */
    private static final Set<String> BEYOND_EDGES =
            Set.of("fedSgd", "fedNova", "qFedAvg", "scaffold", "flTrust");

    Topology read() {
        String kind = keys.text(TopologySettings.KIND);
        return switch (kind) {
            case "star" -> new Topology.Star();
            case "hierarchical" -> hierarchical();
            default -> throw new IllegalStateException("no topology is called " + kind);
        };
    }

    private Topology hierarchical() {
        String rule = keys.text(AggregationSettings.RULE);
        if (BEYOND_EDGES.contains(rule)) {
            throw keys.problem(
                    AggregationSettings.RULE,
                    rule
                            + " needs more of every client than its update, and the root of a"
                            + " hierarchy sees only the edges'",
                    String.join(", ", rulesOfUpdates()) + "; or topology.kind star");
        }
        return new Topology.Hierarchical(
                keys.whole("topology.edges"), keys.whole("topology.edgeRounds"));
    }

    private static List<String> rulesOfUpdates() {
        return Arrays.stream(AggregationSettings.RULES)
                .filter(rule -> !BEYOND_EDGES.contains(rule))
                .toList();
    }

    /**
     * Refuses what cannot be with so many nodes.
     *
     * @throws BadInputException naming the key, with what would work
     */
    static void check(Scenario scenario, int clients) {
        if (scenario.topology() instanceof Topology.Hierarchical hierarchy
                && hierarchy.edges() > clients) {
            throw BadInputException.of(
                    "topology.edges",
                    "%d edges for %d nodes leave some without any; allowed: 1 to %d"
                            .formatted(hierarchy.edges(), clients, clients));
        }
    }
}
