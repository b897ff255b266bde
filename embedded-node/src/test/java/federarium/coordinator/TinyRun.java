package federarium.coordinator;

import static java.util.Objects.requireNonNull;

import federarium.coordinator.CoordinatorInput.Begin;
import federarium.coordinator.CoordinatorInput.ModelMeasured;
import federarium.coordinator.CoordinatorInput.StepPermitted;
import federarium.coordinator.CoordinatorInput.TrainingEnded;
import federarium.coordinator.CoordinatorInput.UpdateArrived;
import federarium.coordinator.CoordinatorInput.UpdateMissing;
import federarium.device.Device;
import federarium.event.EvidenceEvent.UpdatesCompared;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.Step;
import federarium.privacy.noise.NoiseSource;
import federarium.random.RandomStreams;
import federarium.scenario.Concealment;
import federarium.scenario.Scenario;
import federarium.scenario.ScenarioDocument;
import federarium.scenario.ScenarioReader;
import federarium.scenario.Topology;
import federarium.topology.Graph;
import federarium.update.ClientUpdate;
import federarium.update.Slices;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run with a model of two parameters, driven by hand: each input is given when the test says so.
 * Nodes are a, b, c … with 1, 3, 4 … examples.
 */
final class TinyRun {
    static final Weights INITIAL = Weights.copyOf(8, 0);
    private static final int[] EXAMPLES = {1, 3, 4, 8, 8, 8, 8, 8};

    final RunPlan plan;
    final Machine machine;

    /** All events so far, and the events and commands of the last input. */
    final List<FederationEvent> log = new ArrayList<>();

    RoundState state;
    List<FederationEvent> events = List.of();
    List<CoordinatorCommand> commands = List.of();

    /** Takes no time and no energy. */
    private static final Device INSTANT =
            new Device(
                    "instant",
                    Double.POSITIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    0,
                    1,
                    0,
                    0);

    TinyRun(Scenario scenario, int nodes) {
        this(scenario, nodes, new Equipment(Collections.nCopies(nodes, INSTANT), 0, 0));
    }

    /** A run on some devices. */
    TinyRun(Scenario scenario, int nodes, Equipment equipment) {
        this(scenario, nodes, equipment, Slices.whole(INITIAL.size()));
    }

    /** A run whose nodes train slices of the model. */
    TinyRun(Scenario scenario, int nodes, Equipment equipment, Slices slices) {
        Graph graph =
                scenario.topology() instanceof Topology.Peers peers
                        ? PeerGraph.of(peers, nodes, new RandomStreams(scenario.seed()))
                        : null;
        this.plan =
                new RunPlan(
                        "run-1",
                        scenario,
                        nodes(nodes),
                        List.of("no", "yes"),
                        "vector",
                        INITIAL,
                        equipment,
                        graph,
                        slices,
                        NoiseSource.seeded(scenario.seed()));
        switch (scenario.topology()) {
            case Topology.Star _ -> {
                this.machine = star();
                this.state = RoundState.beginning(plan);
            }
            case Topology.Hierarchical(int edges, int _) -> {
                this.machine = new HierarchyMachine(plan, new Edges(edges, plan.nodes()));
                this.state = RoundState.beginning(plan).with(LocalModels.copies(edges, INITIAL));
            }
            case Topology.Peers peers -> {
                this.machine = new GossipMachine(plan, peers.kind(), requireNonNull(graph));
                this.state = RoundState.beginning(plan).with(LocalModels.copies(nodes, INITIAL));
            }
        }
    }

    private Machine star() {
        if (plan.scenario().concealment() != Concealment.NONE) {
            return new ConcealedMachine(plan);
        }
        return plan.scenario().mode().arrivals() > 0
                ? new AsynchronousMachine(plan)
                : new RoundMachine(plan);
    }

    /** A run of that many nodes, before its first event. */
    static TinyRun of(int nodes, String... keysAndValues) {
        return new TinyRun(scenario(keysAndValues), nodes);
    }

    static Scenario scenario(String... keysAndValues) {
        Scenario scenario =
                ScenarioReader.read(
                        ScenarioDocument.parse(
                                "tiny.yaml", "name: tiny\nrounds: 2\ndata: {source: digits}\n"));
        Map<String, String> changes = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            changes.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return changes.isEmpty() ? scenario : scenario.with(changes);
    }

    /** These keys and values under secure aggregation. */
    static Scenario masked(String... keysAndValues) {
        String[] all = new String[keysAndValues.length + 2];
        all[0] = "secureAggregation";
        all[1] = "true";
        System.arraycopy(keysAndValues, 0, all, 2, keysAndValues.length);
        return scenario(all);
    }

    /** The last input's events without the comparison of the updates. */
    List<FederationEvent> ofTheRule() {
        return events.stream().filter(each -> !(each instanceof UpdatesCompared)).toList();
    }

    /** Gives one input; what follows from it is in events, commands and state. */
    TinyRun give(CoordinatorInput input) {
        Transition transition = machine.step(state, input);
        state = transition.state();
        events = transition.events();
        commands = transition.commands();
        log.addAll(events);
        return this;
    }

    /** Permits steps of the round in progress, or the choice for the next one. */
    TinyRun permit(Step... steps) {
        for (Step step : steps) {
            int begins = step == Step.CHOOSE_AND_SEND ? 1 : 0;
            give(new StepPermitted(state.round() + begins, step));
        }
        return this;
    }

    /** Begins, and goes on until the nodes train in round 1. */
    TinyRun untilTraining() {
        return give(new Begin())
                .give(new ModelMeasured(evaluation(0)))
                .permit(Step.CHOOSE_AND_SEND, Step.TRAIN);
    }

    TinyRun arrive(ClientUpdate... updates) {
        for (ClientUpdate update : updates) {
            give(new UpdateArrived(update));
        }
        return this;
    }

    /** These nodes have trained, and keep what they learned. */
    TinyRun train(int... clients) {
        for (int client : clients) {
            give(new TrainingEnded(state.round(), client, true));
        }
        return this;
    }

    TinyRun miss(int client, String reason) {
        return give(new UpdateMissing(state.round(), client, reason));
    }

    /** Goes on until the round is closed. */
    TinyRun close() {
        return permit(Step.PROTECT_AND_SEND, Step.COMBINE, Step.TEST_AND_REWARD)
                .give(new ModelMeasured(evaluation(state.round())));
    }

    /** An update of the round in progress. */
    ClientUpdate update(int client, float... delta) {
        return updateOf(state.round(), client, delta);
    }

    static ClientUpdate updateOf(int round, int client, float... delta) {
        return new ClientUpdate(client, round, EXAMPLES[client], 1, .5, Weights.copyOf(delta));
    }

    static ModelEvaluated evaluation(int round) {
        return new ModelEvaluated(round, .5 + .1 * round, .7, null, null, List.of());
    }

    private static List<NodeJoined> nodes(int count) {
        List<NodeJoined> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = Character.toString('a' + i);
            nodes.add(new NodeJoined(0, id, "Node " + id, EXAMPLES[i], 1, List.of(EXAMPLES[i], 0)));
        }
        return nodes;
    }
}
