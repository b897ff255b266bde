package federarium.coordinator;

import static federarium.coordinator.Frame.unchanged;
import static federarium.coordinator.Frame.waiting;

import federarium.aggregation.Aggregate;
import federarium.aggregation.Carried;
import federarium.coordinator.CoordinatorCommand.Measure;
import federarium.coordinator.CoordinatorCommand.PeerMix;
import federarium.coordinator.CoordinatorCommand.PeerSend;
import federarium.coordinator.CoordinatorCommand.PeerTrain;
import federarium.coordinator.CoordinatorInput.Begin;
import federarium.coordinator.CoordinatorInput.ModelMeasured;
import federarium.coordinator.CoordinatorInput.PeerAnswer;
import federarium.coordinator.CoordinatorInput.PeerMixed;
import federarium.coordinator.CoordinatorInput.PeerTrained;
import federarium.coordinator.CoordinatorInput.StepPermitted;
import federarium.event.FederationEvent;
import federarium.event.Step;
import federarium.event.WebEvent.ConsensusMeasured;
import federarium.event.WebEvent.ModelsMixed;
import federarium.event.WebEvent.PeersLinked;
import federarium.scenario.Scenario;
import federarium.topology.Graph;
import federarium.topology.Mixing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The observatory's clock over nodes that have no coordinator (decentralised SGD, Lian et al., "Can
 * decentralized algorithms outperform centralized algorithms?", NeurIPS 2017), as a pure state
 * machine: it starts rounds, waits for everybody and measures. No model passes through it on its
 * way from node to node; it is told each node's model only to measure and keep it.
 *
 * <p>In a round the nodes of the cohort are awake. Each trains its own model, sends it to its
 * neighbours that are awake and mixes, x_i ← Σ_j W_ij x_j with the {@link Mixing} weights of the
 * graph of those that take part. Whoever sleeps, or vanishes, keeps the model it has, and the
 * others mix without it. The global model is the plain mean of the nodes' models, as many as nobody
 * has dropped.
 */
public final class GossipMachine implements Machine {
    private final RunPlan plan;
    private final Frame frame;
    private final String kind;
    private final Graph graph;
    private final double contraction;

    /**
     * A clock over a graph.
     *
     * @param kind what the scenario calls it
     */
    public GossipMachine(RunPlan plan, String kind, Graph graph) {
        this.plan = plan;
        this.frame = new Frame(plan);
        this.kind = kind;
        this.graph = graph;
        this.contraction = Mixing.of(graph).contraction();
    }

    @Override
    public Transition step(RoundState state, CoordinatorInput input) {
        if (!state.awaits(input)) {
            return unchanged(state);
        }
        return switch (input) {
            case Begin _ -> frame.begin(state, List.of(linked()), measure(state, 0));
            case StepPermitted permitted -> enter(state, permitted.step());
            case PeerAnswer answer -> answered(state, answer);
            case ModelMeasured measured -> measured(state, measured);
            default -> frame.shared(state, input);
        };
    }

    private PeersLinked linked() {
        return new PeersLinked(
                0,
                kind,
                IntStream.range(0, graph.nodes())
                        .mapToObj(node ->
                                Arrays.stream(graph.neighbours(node))
                                        .filter(other -> other > node)
                                        .boxed()
                                        .toList())
                        .toList());
    }

    private Transition enter(RoundState state, Step step) {
        return switch (step) {
            case CHOOSE_AND_SEND -> choose(state);
            case TRAIN -> train(state);
            case PROTECT_AND_SEND -> send(state);
            case COMBINE -> mix(state);
            case TEST_AND_REWARD ->
                    Frame.asking(state, List.of(), List.of(measure(state, state.round())));
        };
    }

    private Transition choose(RoundState closed) {
        int round = closed.round() + 1;
        Scenario scenario = closed.acting(round);
        List<Integer> awake = frame.draw(scenario, round);
        List<FederationEvent> events = new ArrayList<>(closed.beginningToAct(round));
        events.add(frame.started(scenario, round, awake));
        return waiting(closed.next(Carried.NONE, awake), events, Step.TRAIN);
    }

    private Transition train(RoundState state) {
        Scenario scenario = state.scenario();
        return askingAll(
                state,
                List.of(),
                Step.PROTECT_AND_SEND,
                client ->
                        new PeerTrain(state.round(), client, scenario.training(), scenario.seed()));
    }

    private Transition send(RoundState trained) {
        List<Integer> able = able(trained);
        if (able.isEmpty() && anyDiverged(trained)) {
            return frame.fail(trained);
        }
        Set<Integer> present = new HashSet<>(able);
        List<Costing.Item> items = items(trained, present);
        double last = items.stream().mapToDouble(Costing.Item::seconds).max().orElse(0);
        List<FederationEvent> events = frame.receipts(trained);
        events.add(Costing.of(trained.round(), plan, trained.scenario(), items));
        return askingAll(
                trained.later(last).gathering(able, 0),
                events,
                Step.COMBINE,
                client ->
                        new PeerSend(
                                trained.round(),
                                client,
                                Arrays.stream(graph.neighbours(client))
                                        .boxed()
                                        .filter(present::contains)
                                        .toList()));
    }

    /** What training and the exchange that follows take of each node. */
    private List<Costing.Item> items(RoundState trained, Set<Integer> present) {
        Trips trips = new Trips(plan, trained.scenario());
        long size = (long) trained.model().size() * Float.BYTES;
        List<Costing.Item> items = new ArrayList<>();
        trained.gathering()
                .reports()
                .forEach((client, report) -> {
                    if (report instanceof Report.OfPeer(PeerTrained did, long _)) {
                        long met =
                                Arrays.stream(graph.neighbours(client))
                                        .filter(present::contains)
                                        .count();
                        long bytes = present.contains(client) ? met * size : 0;
                        double seconds = trips.seconds(client, bytes, did.steps(), bytes);
                        items.add(trips.item(client, seconds, did.steps(), bytes, bytes));
                    }
                });
        return items;
    }

    private Transition mix(RoundState sent) {
        List<Integer> able = able(sent);
        Set<Integer> present = new HashSet<>(able);
        RoundState mixing = sent.gathering(able, sent.gathering().bytes());
        if (able.isEmpty()) {
            return mixed(mixing, frame.receipts(sent));
        }
        Mixing weights = Mixing.of(graph.among(present::contains));
        return askingAll(
                mixing,
                frame.receipts(sent),
                Step.TEST_AND_REWARD,
                client -> new PeerMix(sent.round(), client, weights));
    }

    /** Asks all that are gathered; where there is nobody, the next step follows. */
    private Transition askingAll(
            RoundState state,
            List<FederationEvent> events,
            Step next,
            IntFunction<CoordinatorCommand> command) {
        List<Integer> clients = state.gathering().cohort();
        return clients.isEmpty()
                ? waiting(state, events, next)
                : Frame.asking(state, events, clients.stream().map(command::apply).toList());
    }

    private Transition answered(RoundState state, PeerAnswer answer) {
        long size = (long) state.model().size() * Float.BYTES;
        RoundState next = state.withReport(answer.client(), new Report.OfPeer(answer, size));
        if (!next.gathering().isComplete()) {
            return unchanged(next);
        }
        return switch (next.asked()) {
            case PeerTrain _ -> waiting(next, List.of(), Step.PROTECT_AND_SEND);
            case PeerSend _ -> waiting(next, List.of(), Step.COMBINE);
            case null, default -> mixed(next, frame.receipts(next));
        };
    }

    private Transition mixed(RoundState state, List<FederationEvent> before) {
        LocalModels locals = state.locals();
        for (Report report : state.gathering().reports().values()) {
            if (report instanceof Report.OfPeer(PeerMixed mixed, long _)) {
                locals = locals.learned(mixed.client(), mixed.model(), 0);
            }
        }
        Aggregate mean = new Aggregate(left(state.with(locals)).mean(), Carried.NONE, List.of());
        List<FederationEvent> events = new ArrayList<>(before);
        events.add(new ModelsMixed(state.round(), mean.model().sha256()));
        RoundState next =
                state.with(locals)
                        .combined(
                                mean, new Traffic(state.gathering().bytes() + state.bytesUp(), 0));
        return waiting(next, events, Step.TEST_AND_REWARD);
    }

    /** Those whose answer others can go on with. */
    private static List<Integer> able(RoundState state) {
        return state.gathering().reports().entrySet().stream()
                .filter(each -> each.getValue() instanceof Report.OfPeer peer && peer.isUsable())
                .map(each -> each.getKey())
                .toList();
    }

    private static boolean anyDiverged(RoundState state) {
        return state.gathering().reports().values().stream()
                .anyMatch(each -> each instanceof Report.OfPeer peer && peer.hasDiverged());
    }

    private static Measure measure(RoundState state, int round) {
        return new Measure(round, state.model(), state.locals().models());
    }

    /** The models of the nodes that nobody dropped. */
    private static LocalModels left(RoundState state) {
        return state.locals().without(state.scenario().hindrances().dropped());
    }

    private Transition measured(RoundState state, ModelMeasured measured) {
        List<FederationEvent> events = new ArrayList<>(measured.events());
        events.add(
                new ConsensusMeasured(
                        state.round(), left(state).distance(), 1 - contraction, contraction));
        return frame.close(state, events, state.bytesUp());
    }
}
