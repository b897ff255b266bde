package federarium.scenario;

import java.util.List;

/** The keys below {@code topology}. */
final class TopologySettings {
    static final String KIND = "topology.kind";

    private TopologySettings() {}

    static List<Setting> all() {
        return List.of(
                Settings.choice(KIND, "star", "Who talks to whom.", "star", "hierarchical"),
                Settings.whole(
                                "topology.edges",
                                "2",
                                1,
                                100_000,
                                "Edge aggregators between the nodes and the root.")
                        .withOnly(KIND, "hierarchical"),
                Settings.whole(
                                "topology.edgeRounds",
                                "1",
                                1,
                                1_000,
                                "The root combines the edges once in so many rounds, and in the"
                                        + " last.")
                        .withOnly(KIND, "hierarchical")
                        .whileRunning());
    }
}
