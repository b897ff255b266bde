package federarium.coordinator;

import static federarium.coordinator.Frame.asking;
import static federarium.coordinator.Frame.unchanged;
import static federarium.coordinator.Frame.waiting;

import federarium.coordinator.CoordinatorCommand.CollectSum;
import federarium.coordinator.CoordinatorCommand.Measure;
import federarium.coordinator.CoordinatorCommand.OpenSum;
import federarium.coordinator.CoordinatorCommand.TrainUnseen;
import federarium.coordinator.CoordinatorInput.Begin;
import federarium.coordinator.CoordinatorInput.ModelMeasured;
import federarium.coordinator.CoordinatorInput.ModelMoved;
import federarium.coordinator.CoordinatorInput.StepPermitted;
import federarium.coordinator.CoordinatorInput.SumCollected;
import federarium.coordinator.CoordinatorInput.SumOpened;
import federarium.coordinator.CoordinatorInput.SumWithheld;
import federarium.coordinator.CoordinatorInput.TrainingEnded;
import federarium.coordinator.CoordinatorInput.UpdateMissing;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelSent;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.PrivacyEvent.SumSent;
import federarium.event.Step;
import federarium.privacy.quantisation.RingVector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A synchronous round of a star whose coordinator is shown sums and never a single update: no input
 * of this machine carries one.
 *
 * <p>The nodes train and keep what they learned; then they hand it in, hidden; then the sum of what
 * came is opened. Where it can't be, the model stays as it is and every node is told why.
 */
public final class ConcealedMachine implements Machine {
    private final RunPlan plan;
    private final StarRound round;
    private final Frame frame;

    public ConcealedMachine(RunPlan plan) {
        this.plan = plan;
        this.round = new StarRound(plan);
        this.frame = round.frame();
    }

    @Override
    public Transition step(RoundState state, CoordinatorInput input) {
        return state.awaits(input) ? taken(state, input).told() : unchanged(state);
    }

    private Transition taken(RoundState state, CoordinatorInput input) {
        return switch (input) {
            case Begin _ -> frame.begin(state, List.of(), new Measure(0, state.model()));
            case StepPermitted permitted -> enter(state, permitted.step());
            case TrainingEnded ended ->
                    Frame.reported(state, ended.client(), new Report.Kept(ended.finite()));
            case UpdateMissing missing ->
                    Frame.reported(state, missing.client(), new Report.Missing(missing.reason()));
            case SumCollected collected -> collected(state, collected);
            case SumOpened opened -> combine(state, opened.sum(), opened.traffic(), List.of());
            case ModelMoved moved -> moved(state, moved);
            case SumWithheld withheld ->
                    combine(state, null, withheld.traffic(), withheld(state, withheld.reason()));
            case ModelMeasured measured -> close(state, measured);
            default -> frame.shared(state, input);
        };
    }

    /** Whoever is to hold the model itself is sent the first one before the first round. */
    private Transition close(RoundState state, ModelMeasured measured) {
        List<FederationEvent> events = new ArrayList<>();
        long down =
                new Trips(plan, state.scenario()).bytesDown(state.gathering().cohort())
                        + state.traffic().down();
        if (state.round() == 0 && state.scenario().concealment().encrypts()) {
            long bytes = (long) state.model().size() * Float.BYTES;
            down = bytes * plan.nodes().size();
            plan.nodes().forEach(each -> events.add(new ModelSent(0, each.node(), bytes)));
        }
        events.addAll(measured.events());
        return round.settle(state, events, List.of(), down);
    }

    private Transition enter(RoundState state, Step step) {
        return switch (step) {
            case CHOOSE_AND_SEND -> round.choose(state);
            case TRAIN -> train(state);
            case PROTECT_AND_SEND -> protect(state);
            case COMBINE -> open(state);
            case TEST_AND_REWARD ->
                    asking(state, List.of(), List.of(new Measure(state.round(), state.model())));
        };
    }

    private Transition train(RoundState state) {
        return state.gathering().cohort().isEmpty()
                ? waiting(state, List.of(), Step.PROTECT_AND_SEND)
                : asking(
                        state,
                        List.of(),
                        List.copyOf(round.requests(state).stream().map(TrainUnseen::new).toList()));
    }

    private Transition protect(RoundState state) {
        List<Integer> ready = state.gathering().ready();
        if (ready.isEmpty() && state.gathering().reports().containsValue(new Report.Kept(false))) {
            return frame.fail(state);
        }
        int fewest = SumTerms.fewest(state.scenario().concealment());
        if (ready.size() < fewest) {
            String reason =
                    "a sum of %d nodes would hide nothing, so it is not made; %d are needed"
                            .formatted(ready.size(), fewest);
            return told(new Handed(plan, state, ready).withheld(reason));
        }
        Handed handed = new Handed(plan, state, ready);
        return asking(
                state,
                List.of(),
                List.of(new CollectSum(state.round(), ready, handed.late(), handed.terms())));
    }

    private Transition collected(RoundState state, SumCollected answer) {
        return told(new Handed(plan, state, state.gathering().ready()).collected(answer));
    }

    private Transition told(RoundState state) {
        List<FederationEvent> events = frame.receipts(state);
        events.add(round.cost(state));
        double length = state.gathering().seconds(state.scenario().devices().stragglers());
        return waiting(state.later(length), events, Step.COMBINE);
    }

    private Transition open(RoundState state) {
        return state.gathering().summed().isEmpty()
                ? combine(state, null, Traffic.NONE, List.of())
                : asking(
                        state,
                        List.of(),
                        List.of(
                                new OpenSum(
                                        state.round(),
                                        new SumRule(
                                                state.scenario(),
                                                state.round(),
                                                plan.nodes().size()))));
    }

    private List<FederationEvent> withheld(RoundState state, String reason) {
        return state.gathering().summed().stream()
                .<FederationEvent>map(
                        client -> new UpdateRejected(state.round(), frame.id(client), reason))
                .toList();
    }

    private Transition moved(RoundState state, ModelMoved moved) {
        List<Integer> clients = state.gathering().summed();
        List<String> nodes = plan.nodes().stream().map(NodeJoined::node).toList();
        return round.combined(
                state.holding(moved.sha256()),
                Combination.held(state, plan, moved.sha256(), clients)
                        .after(List.of(new SumSent(state.round(), nodes, moved.bytes()))),
                state.gathering().traffic().plus(moved.traffic()),
                clients,
                round.charged(state));
    }

    private Transition combine(
            RoundState state,
            @Nullable RingVector sum,
            Traffic opening,
            List<FederationEvent> withheld) {
        List<Integer> clients = sum == null ? List.of() : state.gathering().summed();
        Combination combination =
                sum == null
                        ? Combination.held(state, plan, state.modelSha256(), clients)
                        : Combination.of(
                                state,
                                plan,
                                SumTerms.of(plan, state, state.gathering().parts()).encoding(),
                                sum,
                                clients);
        return round.combined(
                state,
                combination.after(withheld),
                state.gathering().traffic().plus(opening),
                clients,
                round.charged(state));
    }
}
