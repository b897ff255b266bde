package federarium.scenario;

import java.util.List;
import java.util.stream.Stream;

/** The keys below {@code topology}. */
final class TopologySettings {
    static final String KIND = "topology.kind";

    /** The graphs of nodes without a coordinator. */
    static final String[] GRAPHS = {"ring", "torus", "complete", "random", "smallWorld"};

    private static final String[] KINDS =
            Stream.concat(Stream.of("star", "hierarchical"), Stream.of(GRAPHS))
                    .toArray(String[]::new);

    private TopologySettings() {}

    static List<Setting> all() {
        return List.of(
                Settings.choice(KIND, "star", "Who talks to whom.", KINDS),
                Settings.whole(
                                "topology.degree",
                                "4",
                                1,
                                100_000,
                                "Neighbours of every node of the random graph.")
                        .withOnly(KIND, "random"),
                Settings.setting(
                                "topology.sameStart",
                                new Kind.Flag(List.of("true", "false")),
                                "true",
                                "Whether all nodes start from the same model.")
                        .lastingWith(KIND, GRAPHS),
                Settings.whole(
                                "topology.edges",
                                "2",
                                1,
                                100_000,
                                "Edge aggregators between the nodes and the root; what these two"
                                        + " send each other counts in bytes, not in seconds or"
                                        + " joules.")
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
