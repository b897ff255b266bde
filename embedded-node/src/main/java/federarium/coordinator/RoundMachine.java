package federarium.coordinator;

import federarium.aggregation.Carried;
import federarium.aggregation.Scaffold;
import federarium.coordinator.CoordinatorCommand.AwaitPermission;
import federarium.coordinator.CoordinatorCommand.AwaitYardsticks;
import federarium.coordinator.CoordinatorCommand.Checkpoint;
import federarium.coordinator.CoordinatorCommand.Finish;
import federarium.coordinator.CoordinatorCommand.Measure;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.CoordinatorCommand.TrainRoot;
import federarium.coordinator.CoordinatorInput.Begin;
import federarium.coordinator.CoordinatorInput.ModelMeasured;
import federarium.coordinator.CoordinatorInput.RootTrained;
import federarium.coordinator.CoordinatorInput.SettingRequested;
import federarium.coordinator.CoordinatorInput.StepPermitted;
import federarium.coordinator.CoordinatorInput.UpdateArrived;
import federarium.coordinator.CoordinatorInput.UpdateMissing;
import federarium.coordinator.CoordinatorInput.YardsticksReady;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelInitialized;
import federarium.event.FederationEvent.ModelSent;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.RunCompleted;
import federarium.event.FederationEvent.RunFailed;
import federarium.event.FederationEvent.RunStarted;
import federarium.event.Step;
import federarium.scenario.Mode;
import federarium.scenario.Rule;
import federarium.scenario.Scenario;
import federarium.update.ClientUpdate;
import federarium.update.Controls;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A synchronous round as a pure state machine: {@code step(state, input) → (state, events,
 * commands)}. It reads no clock, draws only from named streams and touches nothing outside; a
 * verticle is its shell.
 *
 * <p>A round goes through the five {@link Step}s, asking for permission before each. Whatever
 * arrives in between is kept, and told in client order.
 */
public final class RoundMachine {
    private final RunPlan plan;
    private final AsynchronousRounds asynchronous;

    public RoundMachine(RunPlan plan) {
        this.plan = plan;
        this.asynchronous = new AsynchronousRounds(plan);
    }

    /** What follows from an input; an input that does not belong to the moment changes nothing. */
    public Transition step(RoundState state, CoordinatorInput input) {
        if (!state.awaits(input)) {
            return new Transition(state, List.of(), List.of());
        }
        return switch (input) {
            case Begin _ -> state.round() < 0 ? begin(state) : goOn(state);
            case StepPermitted permitted ->
                    isAsynchronous(state)
                            ? enterAsynchronous(state, permitted.step())
                            : enter(state, permitted.step());
            case UpdateArrived arrived ->
                    isAsynchronous(state)
                            ? asynchronous.arrived(state, arrived.update())
                            : arrived(state, arrived.update());
            case UpdateMissing(int at, int client, String reason) ->
                    isAsynchronous(state)
                            ? asynchronous.reported(state, at, new Report.Missing(reason))
                            : reported(state, client, new Report.Missing(reason));
            case RootTrained trained -> combine(state, trained.update().delta());
            case ModelMeasured measured -> measured(state, measured);
            case SettingRequested(String key, String value) ->
                    new Transition(state.changing(key, value), List.of(), List.of());
            case YardsticksReady ready -> complete(state, ready.events());
        };
    }

    private Transition begin(RoundState state) {
        Scenario scenario = state.scenario();
        List<FederationEvent> events = new ArrayList<>();
        events.add(
                new RunStarted(
                        0,
                        plan.run(),
                        scenario.name(),
                        scenario.seed(),
                        scenario.rounds(),
                        scenario.model().kind(),
                        plan.initial().size(),
                        plan.compute(),
                        plan.labels(),
                        scenario.headline()));
        events.addAll(plan.nodes());
        events.add(new ModelInitialized(0, plan.initial().sha256()));
        events.add(Costing.beforehand(plan, scenario));
        return asking(state.begun(), events, List.of(new Measure(0, state.model())));
    }

    private Transition goOn(RoundState state) {
        return asking(state, List.of(), List.of(afterClosing(state)));
    }

    private static CoordinatorCommand afterClosing(RoundState state) {
        int next = state.round() + 1;
        return next > state.acting(next).rounds()
                ? new AwaitYardsticks()
                : new AwaitPermission(next, Step.CHOOSE_AND_SEND);
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

    private static boolean isAsynchronous(RoundState state) {
        return !(state.scenario().mode() instanceof Mode.Synchronous);
    }

    private Transition enterAsynchronous(RoundState state, Step step) {
        return switch (step) {
            case CHOOSE_AND_SEND -> asynchronous.choose(state);
            case TRAIN -> asynchronous.train(state);
            case PROTECT_AND_SEND -> asynchronous.receive(state);
            case COMBINE ->
                    asynchronous.diverged(state) ? fail(state) : asynchronous.combine(state);
            case TEST_AND_REWARD -> enter(state, step);
        };
    }

    private Transition choose(RoundState closed) {
        int round = closed.round() + 1;
        Scenario scenario = closed.acting(round);
        List<FederationEvent> events = new ArrayList<>(closed.beginningToAct(round));
        Attendance attendance = Attendance.of(scenario, round, plan.equipment().devices());
        List<Integer> cohort = attendance.cohort(scenario, round);
        events.add(
                new RoundStarted(
                        round,
                        cohort.stream().map(this::id).toList(),
                        attendance.emptyBecause(cohort)));
        Trips trips = new Trips(plan, scenario);
        for (int client : cohort) {
            events.add(new ModelSent(round, id(client), trips.bytesDown(client)));
        }
        RoundState state = closed.next(carried(closed, scenario), cohort);
        return waiting(state, events, Step.TRAIN);
    }

    /** Another rule than the last round's begins anew. */
    private static Carried carried(RoundState closed, Scenario scenario) {
        String before = closed.scenario().aggregation().rule().name();
        return scenario.aggregation().rule().name().equals(before)
                ? closed.carried()
                : Carried.NONE;
    }

    private Transition train(RoundState state) {
        if (state.gathering().cohort().isEmpty()) {
            return waiting(state, List.of(), Step.PROTECT_AND_SEND);
        }
        Scenario scenario = state.scenario();
        Trips trips = new Trips(plan, scenario);
        List<Integer> cohort = state.gathering().cohort();
        Iterator<Weights> models = plan.slices().of(state.model(), cohort).iterator();
        List<CoordinatorCommand> commands = new ArrayList<>();
        for (int client : cohort) {
            commands.add(
                    new Train(
                            state.round(),
                            client,
                            models.next(),
                            trips.training(client, trips.bytesDown(client)),
                            scenario.personal(),
                            scenario.compression(),
                            scenario.seed(),
                            scenario.aggregation().rule() instanceof Rule.QFedAvg,
                            controls(state, client)));
        }
        return asking(state, List.of(), commands);
    }

    private static @Nullable Controls controls(RoundState state, int client) {
        return state.scenario().aggregation().rule() instanceof Rule.Scaffold
                ? Scaffold.controls(state.carried(), client, state.model().size())
                : null;
    }

    private Transition arrived(RoundState state, ClientUpdate update) {
        Trips trips = new Trips(plan, state.scenario());
        int client = update.client();
        long down = trips.bytesDown(client);
        double seconds = trips.seconds(client, down, update.steps(), update.bytes());
        return reported(
                state,
                client,
                Report.of(
                        update,
                        plan.slices().of(client).size(),
                        seconds,
                        state.scenario().devices().stragglers().deadline()));
    }

    private Transition reported(RoundState state, int client, Report report) {
        RoundState next = state.withReport(client, report);
        return next.gathering().isComplete()
                ? waiting(next, List.of(), Step.PROTECT_AND_SEND)
                : new Transition(next, List.of(), List.of());
    }

    private Transition receive(RoundState state) {
        Trips trips = new Trips(plan, state.scenario());
        List<FederationEvent> events = receipts(state);
        events.add(
                Costing.of(
                        state.round(),
                        trips,
                        state.gathering().reports().entrySet().stream()
                                .map(each -> new Costing.Item(each.getKey(), each.getValue()))
                                .toList()));
        double length = state.gathering().seconds(state.scenario().devices().stragglers());
        return waiting(state.later(length), events, Step.COMBINE);
    }

    private List<FederationEvent> receipts(RoundState state) {
        List<FederationEvent> events = new ArrayList<>();
        state.gathering()
                .reports()
                .forEach((client, report) ->
                        events.addAll(report.events(state.round(), id(client))));
        return events;
    }

    private Transition combine(RoundState state) {
        if (state.gathering().diverged()) {
            return fail(state);
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
        Combination combination = Combination.of(state, plan, root);
        return waiting(
                state.combined(combination.aggregate()),
                combination.events(),
                Step.TEST_AND_REWARD);
    }

    private Transition fail(RoundState state) {
        String reason =
                ("Diverged at round %d: every update holds values that are not finite;"
                                + " a learning rate below %s may help")
                        .formatted(state.round(), state.scenario().training().learningRate());
        return asking(
                state,
                List.of(new RunFailed(state.round(), reason)),
                List.of(new Finish(state.model())));
    }

    private Transition measured(RoundState state, ModelMeasured measured) {
        long down =
                isAsynchronous(state)
                        ? state.inFlight().sentInRound() * Places.bytes(state)
                        : new Trips(plan, state.scenario()).bytesDown(state.gathering().cohort());
        List<FederationEvent> events = new ArrayList<>();
        events.add(measured.evaluation());
        if (measured.personal() != null) {
            events.add(measured.personal());
        }
        events.add(new RoundClosed(state.round(), state.bytesUp(), down, state.clock()));
        return asking(
                state,
                events,
                List.of(
                        new Checkpoint(state.round(), state.model(), state.carried()),
                        afterClosing(state)));
    }

    private Transition complete(RoundState state, List<FederationEvent> yardsticks) {
        List<FederationEvent> events = new ArrayList<>(yardsticks);
        events.add(new RunCompleted(state.round(), state.model().sha256()));
        return asking(state, events, List.of(new Finish(state.model())));
    }

    private static Transition waiting(RoundState state, List<FederationEvent> events, Step next) {
        return asking(state, events, List.of(new AwaitPermission(state.round(), next)));
    }

    /** What is asked last is what the run waits for. */
    private static Transition asking(
            RoundState state, List<FederationEvent> events, List<CoordinatorCommand> commands) {
        return new Transition(state.asking(commands.getLast()), events, commands);
    }

    private String id(int client) {
        return plan.nodes().get(client).node();
    }
}
