package federarium.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads who talks to whom, and says what that does not go with. */
record TopologyReader(Keys keys) {
    /** The rules that ask more of a client than an update, and an edge has only that. */
    private static final Set<String> BEYOND_EDGES =
            Set.of("fedSgd", "fedNova", "qFedAvg", "scaffold", "flTrust");

    /** Reads it, once it goes with the mode. */
    Topology read() {
        String kind = keys.text(TopologySettings.KIND);
        boolean graph = List.of(TopologySettings.GRAPHS).contains(kind);
        boolean gossip = keys.text("mode").equals("gossip");
        if (gossip) {
            requirePeers(kind, graph);
        } else if (graph) {
            throw keys.problem(
                    TopologySettings.KIND,
                    "a " + kind + " has no coordinator to combine updates",
                    "mode gossip, or topology.kind star or hierarchical");
        }
        return read(kind);
    }

    private Topology read(String kind) {
        return switch (kind) {
            case "star" -> new Topology.Star();
            case "hierarchical" -> hierarchical();
            default ->
                    new Topology.Peers(
                            kind,
                            keys.whole("topology.degree"),
                            Boolean.parseBoolean(keys.text("topology.sameStart")));
        };
    }

    /** Where nobody combines updates, nothing may be said of how. */
    private void requirePeers(String kind, boolean graph) {
        if (!graph) {
            throw keys.problem(
                    "mode",
                    "gossip is between neighbours, and a " + kind + " has none",
                    "topology.kind " + String.join(", ", TopologySettings.GRAPHS));
        }
        for (Map.Entry<String, Value> each : keys.document().values().entrySet()) {
            Setting setting = Settings.require(each.getKey());
            if (each.getKey().startsWith("aggregation.")
                    && !each.getValue().equals(setting.fallback())) {
                throw keys.problem(
                        each.getKey(),
                        "in gossip nodes mix their neighbours' models, and no rule combines"
                                + " updates",
                        "leaving it out, or topology.kind star");
            }
        }
        if (!keys.text("compression.kind").equals("none")) {
            throw keys.problem(
                    "compression.kind",
                    "in gossip neighbours send whole models, not updates",
                    "none, or topology.kind star");
        }
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
        if (!(scenario.topology() instanceof Topology.Star)) {
            requireStar(scenario);
        }
    }

    /** What only a coordinator with its nodes can do. */
    private static void requireStar(Scenario scenario) {
        if (!(scenario.personal() instanceof PersonalSpec.None)) {
            refuse("personal.kind", "models of the nodes' own go with a star", "none");
        }
        if (!(scenario.devices().stragglers() instanceof Devices.Stragglers.Wait)) {
            refuse(
                    "devices.stragglers",
                    "a coordinator holds nodes to a deadline in a star",
                    "wait");
        }
    }

    private static void refuse(String key, String why, String allowed) {
        throw BadInputException.of(key, why + "; allowed: " + allowed + ", or topology.kind star");
    }
}
