package federarium.coordinator;

import static federarium.coordinator.Frame.asking;
import static federarium.coordinator.Frame.unchanged;
import static federarium.coordinator.Frame.waiting;

import federarium.aggregation.Aggregate;
import federarium.coordinator.CoordinatorCommand.AwaitPermission;
import federarium.coordinator.CoordinatorCommand.Measure;
import federarium.coordinator.CoordinatorCommand.TellTaken;
import federarium.coordinator.CoordinatorCommand.TrainEdge;
import federarium.coordinator.CoordinatorInput.Begin;
import federarium.coordinator.CoordinatorInput.EdgeAnswered;
import federarium.coordinator.CoordinatorInput.EdgeMissing;
import federarium.coordinator.CoordinatorInput.ModelMeasured;
import federarium.coordinator.CoordinatorInput.StepPermitted;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelSent;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.Step;
import federarium.event.WebEvent.EdgeAggregated;
import federarium.scenario.Scenario;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A synchronous round of a hierarchy (Liu et al., "Client-edge-cloud hierarchical federated
 * learning", ICC 2020) as a pure state machine.
 *
 * <p>In every round each edge has its nodes of the cohort train from its own model x_e and averages
 * their updates by examples. In every k-th round, and in the last, the root combines the edges by
 * the scenario's rule: an edge's update is x_e − x, its examples are those that took part since the
 * root did so last, and all edges go on from what comes of it. With k = 1, everybody in the cohort
 * and FedAvg it is FedAvg. In between the global model does not change, while each node is measured
 * with the model of its edge.
 */
public final class HierarchyMachine implements Machine {
    private final RunPlan plan;
    private final Frame frame;
    private final Edges edges;

    public HierarchyMachine(RunPlan plan, Edges edges) {
        this.plan = plan;
        this.frame = new Frame(plan);
        this.edges = edges;
    }

    @Override
    public Transition step(RoundState state, CoordinatorInput input) {
        if (!state.awaits(input)) {
            return unchanged(state);
        }
        return switch (input) {
            case Begin _ -> frame.begin(state, List.of(edges.assigned()), measure(state, 0));
            case StepPermitted permitted -> enter(state, permitted.step());
            case EdgeAnswered answered -> answered(state, answered.report());
            case EdgeMissing missing ->
                    Frame.reported(state, missing.edge(), new Report.Missing(missing.reason()));
            case ModelMeasured measured -> frame.close(state, measured.events(), bytesDown(state));
            default -> frame.shared(state, input);
        };
    }

    private Transition enter(RoundState state, Step step) {
        return switch (step) {
            case CHOOSE_AND_SEND -> choose(state);
            case TRAIN -> train(state);
            case PROTECT_AND_SEND -> receive(state);
            case COMBINE -> combine(state);
            case TEST_AND_REWARD ->
                    asking(state, List.of(), List.of(measure(state, state.round())));
        };
    }

    private Transition choose(RoundState closed) {
        int round = closed.round() + 1;
        Scenario scenario = closed.acting(round);
        List<Integer> cohort = frame.draw(scenario, round);
        List<FederationEvent> events = new ArrayList<>(closed.beginningToAct(round));
        events.add(frame.started(scenario, round, cohort));
        long bytes = bytes(closed.model());
        cohort.forEach(client -> events.add(new ModelSent(round, frame.id(client), bytes)));
        RoundState state = closed.next(Frame.carried(closed, scenario), edges.all());
        return waiting(state, events, Step.TRAIN);
    }

    private Transition train(RoundState state) {
        List<Integer> cohort = cohort(state);
        List<CoordinatorCommand> commands = new ArrayList<>();
        for (int edge : edges.all()) {
            commands.add(
                    new TrainEdge(
                            state.round(),
                            edge,
                            state.locals().areFresh() ? state.model() : null,
                            edges.among(cohort, edge),
                            state.scenario().training(),
                            state.scenario().compression(),
                            state.scenario().seed()));
        }
        return asking(state, List.of(), commands);
    }

    private Transition answered(RoundState state, EdgeReport report) {
        return Frame.reported(state, report.edge(), new Report.OfEdge(report));
    }

    private Transition receive(RoundState state) {
        EdgeReceipts receipts =
                EdgeReceipts.of(
                        state.round(),
                        receipts(state),
                        cohort(state),
                        new Trips(plan, state.scenario()),
                        bytes(state.model()));
        return waiting(state.later(receipts.seconds()), receipts.events(), Step.COMBINE);
    }

    private List<FederationEvent> receipts(RoundState state) {
        List<Integer> cohort = cohort(state);
        List<FederationEvent> events = new ArrayList<>();
        state.gathering()
                .reports()
                .forEach((edge, report) -> {
                    if (report instanceof Report.Missing(String reason)) {
                        for (int client : edges.among(cohort, edge)) {
                            events.add(new UpdateRejected(state.round(), frame.id(client), reason));
                        }
                    } else {
                        events.addAll(report.events(state.round(), edges.id(edge)));
                    }
                });
        return events;
    }

    private Transition combine(RoundState state) {
        List<EdgeReport> reports = reports(state);
        if (reports.stream().anyMatch(EdgeReport::diverged)
                && reports.stream().allMatch(each -> each.shares().isEmpty())) {
            return frame.fail(state);
        }
        List<FederationEvent> events = new ArrayList<>();
        LocalModels locals = state.locals();
        for (EdgeReport report : reports) {
            locals = locals.learned(report.edge(), report.model(), report.examples());
            if (!report.shares().isEmpty()) {
                events.add(
                        new EdgeAggregated(
                                state.round(),
                                edges.id(report.edge()),
                                report.shares(),
                                report.model().sha256()));
            }
        }
        RoundState learned = state.with(locals);
        if (!Edges.reachRoot(state.scenario(), state.round())) {
            Aggregate same = new Aggregate(state.model(), state.carried(), List.of());
            return told(learned.combined(same), events, reports);
        }
        RootRound root = RootRound.of(learned, reports, edges);
        events.addAll(root.events());
        return told(root.state(), events, reports);
    }

    /** Goes on to the test, once the nodes know whose updates reached their edge's model. */
    private Transition told(
            RoundState state, List<FederationEvent> events, List<EdgeReport> reports) {
        Set<String> taken =
                reports.stream()
                        .flatMap(report -> report.shares().stream())
                        .map(Share::node)
                        .collect(Collectors.toSet());
        List<Integer> clients =
                IntStream.range(0, edges.nodes())
                        .filter(client -> taken.contains(frame.id(client)))
                        .boxed()
                        .toList();
        return asking(
                state,
                events,
                List.of(
                        new TellTaken(state.round(), clients),
                        new AwaitPermission(state.round(), Step.TEST_AND_REWARD)));
    }

    private static List<EdgeReport> reports(RoundState state) {
        return state.gathering().reports().values().stream()
                .filter(Report.OfEdge.class::isInstance)
                .map(report -> ((Report.OfEdge) report).report())
                .toList();
    }

    private Measure measure(RoundState state, int round) {
        List<Weights> models = state.locals().models();
        return new Measure(
                round,
                state.model(),
                IntStream.range(0, edges.nodes())
                        .mapToObj(node -> models.get(edges.of(node)))
                        .toList());
    }

    /** The round's models to its nodes, and where the root has made one, that to all edges. */
    private long bytesDown(RoundState state) {
        if (state.round() == 0) {
            return 0;
        }
        boolean root = Edges.reachRoot(state.scenario(), state.round());
        return (cohort(state).size() + (root ? edges.count() : 0)) * bytes(state.model());
    }

    private static long bytes(Weights model) {
        return (long) model.size() * Float.BYTES;
    }

    private List<Integer> cohort(RoundState state) {
        return frame.draw(state.scenario(), state.round());
    }
}
