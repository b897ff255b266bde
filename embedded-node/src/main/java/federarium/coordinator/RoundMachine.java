package federarium.coordinator;

import static federarium.coordinator.Frame.asking;
import static federarium.coordinator.Frame.unchanged;
import static federarium.coordinator.Frame.waiting;

import federarium.aggregation.Scaffold;
import federarium.coordinator.CoordinatorCommand.AwaitPermission;
import federarium.coordinator.CoordinatorCommand.Measure;
import federarium.coordinator.CoordinatorCommand.TellTaken;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.CoordinatorCommand.TrainRoot;
import federarium.coordinator.CoordinatorInput.Begin;
import federarium.coordinator.CoordinatorInput.ModelMeasured;
import federarium.coordinator.CoordinatorInput.RootTrained;
import federarium.coordinator.CoordinatorInput.StepPermitted;
import federarium.coordinator.CoordinatorInput.UpdateArrived;
import federarium.coordinator.CoordinatorInput.UpdateMissing;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.BudgetsSpent;
import federarium.event.FederationEvent.ModelSent;
import federarium.event.Step;
import federarium.privacy.accounting.Accountant;
import federarium.scenario.Rule;
import federarium.scenario.Scenario;
import federarium.update.ClientUpdate;
import federarium.update.ServerControl;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.Iterator;
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
    private final Frame frame;
    private final Accountant accountant = new Accountant();

    public RoundMachine(RunPlan plan) {
        this.plan = plan;
        this.frame = new Frame(plan);
    }

    @Override
    public Transition step(RoundState state, CoordinatorInput input) {
        if (!state.awaits(input)) {
            return unchanged(state);
        }
        return switch (input) {
            case Begin _ -> frame.begin(state, List.of(), new Measure(0, state.model()));
            case StepPermitted permitted -> enter(state, permitted.step());
            case UpdateArrived arrived -> arrived(state, arrived.update());
            case UpdateMissing missing ->
                    Frame.reported(state, missing.client(), new Report.Missing(missing.reason()));
            case RootTrained trained -> combine(state, trained.update().delta());
            case ModelMeasured measured ->
                    frame.close(
                            state,
                            measured.events(),
                            new Trips(plan, state.scenario())
                                    .bytesDown(state.gathering().cohort()));
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
                    asking(state, List.of(), List.of(new Measure(state.round(), state.model())));
        };
    }

    private Transition choose(RoundState closed) {
        int round = closed.round() + 1;
        Scenario scenario = closed.acting(round);
        List<FederationEvent> events = new ArrayList<>(closed.beginningToAct(round));
        PrivateRound noisy = privately(scenario, round, closed.books());
        List<Integer> cohort = noisy.attendance().cohort(scenario, round);
        events.add(frame.started(noisy.attendance(), round, cohort));
        if (!noisy.sittingOut().isEmpty()) {
            events.add(new BudgetsSpent(round, frame.ids(noisy.sittingOut())));
        }
        Trips trips = new Trips(plan, scenario);
        for (int client : cohort) {
            events.add(new ModelSent(round, id(client), trips.bytesDown(client)));
        }
        RoundState state = closed.next(Frame.carried(closed, scenario), cohort);
        return waiting(state, events, Step.TRAIN);
    }

    private Transition train(RoundState state) {
        if (state.gathering().cohort().isEmpty()) {
            return waiting(state, List.of(), Step.PROTECT_AND_SEND);
        }
        Scenario scenario = state.scenario();
        Trips trips = new Trips(plan, scenario);
        List<Integer> cohort = state.gathering().cohort();
        Iterator<Weights> models = plan.slices().of(state.model(), cohort).iterator();
        ServerControl control = control(state);
        List<CoordinatorCommand> commands = new ArrayList<>();
        for (int client : cohort) {
            commands.add(
                    new Train(
                            state.round(),
                            client,
                            models.next(),
                            trips.training(client),
                            scenario.personal(),
                            scenario.compression(),
                            scenario.privacy(),
                            scenario.seed(),
                            scenario.aggregation().rule() instanceof Rule.QFedAvg,
                            control));
        }
        return asking(state, List.of(), commands);
    }

    private static @Nullable ServerControl control(RoundState state) {
        return state.scenario().aggregation().rule() instanceof Rule.Scaffold
                ? Scaffold.control(state.carried(), state.round(), state.model().size())
                : null;
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
        Trips trips = new Trips(plan, state.scenario());
        List<FederationEvent> events = frame.receipts(state);
        events.add(
                Costing.of(
                        state.round(),
                        plan,
                        state.scenario(),
                        state.gathering().reports().entrySet().stream()
                                .map(each ->
                                        Costing.Item.of(
                                                trips,
                                                each.getKey(),
                                                each.getValue(),
                                                trips.bytesDown(each.getKey())))
                                .toList()));
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
        List<Integer> charged = charged(state);
        Combination combination = Combination.of(state, plan, root, !charged.isEmpty());
        Books books =
                charges(state.scenario())
                        .charge(state.books(), charged)
                        .clippingAt(combination.nextClipNorm());
        List<FederationEvent> events = new ArrayList<>(combination.events());
        if (!charged.isEmpty()) {
            events.add(
                    charges(state.scenario()).spent(state.round(), state.books(), books, charged));
        }
        RoundState next = state.combined(combination.aggregate()).with(books);
        List<Integer> taken =
                state.gathering().accepted().stream().map(ClientUpdate::client).toList();
        return asking(
                next,
                events,
                List.of(
                        new TellTaken(state.round(), taken),
                        new AwaitPermission(state.round(), Step.TEST_AND_REWARD)));
    }

    /** Whom the round charges; where there is no noise nothing is worked out. */
    private List<Integer> charged(RoundState state) {
        return state.scenario().privacy().isNone()
                ? List.of()
                : privately(state.scenario(), state.round(), state.books())
                        .charged(state.gathering().cohort());
    }

    private PrivateRound privately(Scenario scenario, int round, Books before) {
        return PrivateRound.of(frame.attendance(scenario, round), charges(scenario), before);
    }

    private Charges charges(Scenario scenario) {
        return new Charges(plan, scenario, accountant);
    }

    private String id(int client) {
        return frame.id(client);
    }
}
