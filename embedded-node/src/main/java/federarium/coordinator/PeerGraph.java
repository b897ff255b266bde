package federarium.coordinator;

import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;
import federarium.scenario.Topology;
import federarium.topology.Graph;
import federarium.topology.ImpossibleGraphException;
import federarium.topology.RandomRegular;
import federarium.topology.SmallWorld;
import federarium.topology.Torus;
import java.util.function.IntUnaryOperator;

/** The graph that a scenario names. */
public final class PeerGraph {
    private PeerGraph() {}

    /**
     * Draws it from the run's stream {@code graph}, where there is anything to draw.
     *
     * @throws BadInputException if so many nodes have no such graph, with what would work
     */
    public static Graph of(Topology.Peers peers, int nodes, RandomStreams streams) {
        IntUnaryOperator draw = streams.stream("graph")::nextInt;
        try {
            return switch (peers.kind()) {
                case "ring" -> Graph.ring(nodes);
                case "torus" -> Torus.of(nodes).graph();
                case "complete" -> Graph.complete(nodes);
                case "random" -> RandomRegular.of(nodes, peers.degree(), draw);
                case "smallWorld" -> SmallWorld.of(nodes, draw);
                default -> throw new IllegalStateException("no graph is called " + peers.kind());
            };
        } catch (ImpossibleGraphException e) {
            String key = peers.kind().equals("random") ? "topology.degree" : "topology.kind";
            throw BadInputException.of(key, String.valueOf(e.getMessage()));
        }
    }
}
