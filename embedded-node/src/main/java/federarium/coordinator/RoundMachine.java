package federarium.coordinator;

import static federarium.coordinator.Frame.asking;
import static federarium.coordinator.Frame.unchanged;
import static federarium.coordinator.Frame.waiting;

import federarium.coordinator.CoordinatorCommand.Measure;
import federarium.coordinator.CoordinatorCommand.TrainRoot;
import federarium.coordinator.CoordinatorCommand.ValueUpdates;
import federarium.coordinator.CoordinatorInput.Begin;
import federarium.coordinator.CoordinatorInput.ModelMeasured;
import federarium.coordinator.CoordinatorInput.RootTrained;
import federarium.coordinator.CoordinatorInput.StepPermitted;
import federarium.coordinator.CoordinatorInput.UpdateArrived;
import federarium.coordinator.CoordinatorInput.UpdateMissing;
import federarium.coordinator.CoordinatorInput.UpdatesValued;
import federarium.event.FederationEvent;
import federarium.event.Step;
import federarium.scenario.Rule;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A synchronous round of a star as a pure state machine: {@code step(state, input) → (state,
 * events, commands)}. It reads no clock, draws only from named streams and touches nothing outside;
 * a verticle is its shell.
 *
 * <p>A round goes through the five {@link Step}s, asking for permission before each. Whatever
 * arrives in between is kept, and told in client order.
 */
public final class RoundMachine implements Machine {
    private final RunPlan plan;
    private final StarRound round;
    private final Frame frame;

    public RoundMachine(RunPlan plan) {
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
            case UpdateArrived arrived -> arrived(state, arrived.update());
            case UpdateMissing missing ->
                    Frame.reported(state, missing.client(), new Report.Missing(missing.reason()));
            case RootTrained trained -> combine(state, trained.update().delta());
            case ModelMeasured measured -> measured(state, measured.events());
            case UpdatesValued valued -> settle(state, List.of(), valued.scores());
            default -> frame.shared(state, input);
        };
    }

    private Transition enter(RoundState state, Step step) {
        return switch (step) {
            case CHOOSE_AND_SEND -> round.choose(state);
            case TRAIN -> train(state);
            case PROTECT_AND_SEND -> receive(state);
            case COMBINE -> combine(state);
            case TEST_AND_REWARD ->
                    asking(state, List.of(), List.of(new Measure(state.round(), state.model())));
        };
    }

    private Transition measured(RoundState state, List<FederationEvent> events) {
        Due due = state.due();
        return due == null || due.valuation() == null
                ? settle(state, events, List.of())
                : asking(state, events, List.of(new ValueUpdates(due.valuation())));
    }

    private Transition settle(
            RoundState state, List<FederationEvent> measured, List<Valuation.Scores> valued) {
        Trips trips = new Trips(plan, state.scenario());
        return round.settle(state, measured, valued, trips.bytesDown(state.gathering().cohort()));
    }

    private Transition train(RoundState state) {
        return state.gathering().cohort().isEmpty()
                ? waiting(state, List.of(), Step.PROTECT_AND_SEND)
                : asking(state, List.of(), List.copyOf(round.requests(state)));
    }

    private Transition arrived(RoundState state, ClientUpdate update) {
        Trips trips = new Trips(plan, state.scenario());
        int client = update.client();
        long down = trips.bytesDown(client);
        double seconds = trips.seconds(client, down, update.steps(), update.bytes());
        return Frame.reported(
                state,
                client,
                Report.of(
                        update,
                        plan.slices().of(client).size(),
                        trips.plannedSteps(client),
                        seconds,
                        state.scenario().devices().stragglers().deadline()));
    }

    private Transition receive(RoundState state) {
        List<FederationEvent> events = frame.receipts(state);
        events.add(round.cost(state));
        double length = state.gathering().seconds(state.scenario().devices().stragglers());
        return waiting(state.later(length), events, Step.COMBINE);
    }

    private Transition combine(RoundState state) {
        if (state.gathering().diverged()) {
            return frame.fail(state);
        }
        if (state.scenario().aggregation().rule() instanceof Rule.FlTrust) {
            TrainRoot own =
                    new TrainRoot(
                            state.round(),
                            state.model(),
                            state.scenario().training(),
                            state.scenario().seed());
            return asking(state, List.of(), List.of(own));
        }
        return combine(state, null);
    }

    private Transition combine(RoundState state, @Nullable Weights root) {
        List<Integer> charged = round.charged(state);
        return round.combined(
                state,
                Combination.of(state, plan, root, !charged.isEmpty())
                        .after(SideBySide.of(state, plan)),
                new Traffic(state.gathering().bytes(), 0),
                state.gathering().accepted().stream().map(ClientUpdate::client).toList(),
                charged);
    }
}
