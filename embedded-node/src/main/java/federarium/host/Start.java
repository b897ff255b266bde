package federarium.host;

import federarium.coordinator.Changes;
import federarium.coordinator.LocalModels;
import federarium.coordinator.PeerGraph;
import federarium.coordinator.RoundState;
import federarium.model.ModelFactory;
import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import federarium.scenario.Topology;
import federarium.topology.Graph;
import federarium.update.Weights;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a run starts from: the global model and those beside it, and who is beside whom. */
record Start(Weights model, LocalModels locals, @Nullable Graph graph) {

    /**
     * The start of a scenario with so many nodes.
     *
     * @throws BadInputException if these have no such graph
     */
    static Start of(Scenario scenario, int nodes, ModelFactory models) {
        RandomStreams streams = new RandomStreams(scenario.seed());
        Weights initial = models.initial(streams);
        return switch (scenario.topology()) {
            case Topology.Star _ -> new Start(initial, LocalModels.NONE, null);
            case Topology.Hierarchical hierarchy ->
                    new Start(initial, LocalModels.copies(hierarchy.edges(), initial), null);
            case Topology.Peers peers -> {
                Graph graph = PeerGraph.of(peers, nodes, streams);
                LocalModels locals =
                        peers.sameStart()
                                ? LocalModels.copies(nodes, initial)
                                : different(nodes, models, streams);
                yield new Start(
                        locals.without(scenario.hindrances().dropped()).mean(), locals, graph);
            }
        };
    }

    /** Every node draws its model from a seed of its own. */
    private static LocalModels different(int nodes, ModelFactory models, RandomStreams streams) {
        return LocalModels.of(
                IntStream.range(0, nodes)
                        .mapToLong(node -> streams.stream("start", 0, node).nextLong())
                        .mapToObj(seed -> models.initial(new RandomStreams(seed)))
                        .toList());
    }

    /** The same where only so many of the first parameters are shared. */
    Start sharing(int parameters) {
        return new Start(model.part(0, parameters), locals, graph);
    }

    /** A run before its first event. */
    RoundState state(Scenario scenario, Changes pending) {
        return RoundState.beginning(scenario, model, pending).with(locals);
    }
}
