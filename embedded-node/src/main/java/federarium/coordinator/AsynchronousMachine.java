package federarium.coordinator;

import static federarium.coordinator.Frame.asking;
import static federarium.coordinator.Frame.unchanged;

import federarium.aggregation.Aggregate;
import federarium.coordinator.CoordinatorCommand.AwaitArrivals;
import federarium.coordinator.CoordinatorCommand.AwaitPermission;
import federarium.coordinator.CoordinatorCommand.Measure;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.CoordinatorInput.Begin;
import federarium.coordinator.CoordinatorInput.ModelMeasured;
import federarium.coordinator.CoordinatorInput.StepPermitted;
import federarium.coordinator.CoordinatorInput.UpdateArrived;
import federarium.coordinator.CoordinatorInput.UpdateMissing;
import federarium.coordinator.InFlight.Arrival;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.Step;
import federarium.scenario.Scenario;
import federarium.update.ClientUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Rounds in which clients don't wait for each other, as a pure state machine. Round r makes version
 * r of the model from version r − 1 and the updates that arrive meanwhile, one under FedAsync, K
 * under FedBuff.
 *
 * <p>Virtual time says in which order updates arrive, ties going to the lower client. When one will
 * is known as it is asked for: so all train at once on as many threads as there are, and a round
 * waits for the update alone that is virtually next.
 */
public final class AsynchronousMachine implements Machine {
    private final RunPlan plan;
    private final Frame frame;
    private final Places places;

    public AsynchronousMachine(RunPlan plan) {
        this.plan = plan;
        this.frame = new Frame(plan);
        this.places = new Places(plan);
    }

    @Override
    public Transition step(RoundState state, CoordinatorInput input) {
        if (!state.awaits(input)) {
            return unchanged(state);
        }
        return switch (input) {
            case Begin _ -> frame.begin(state, List.of(), new Measure(0, state.model(), List.of()));
            case StepPermitted permitted -> enter(state, permitted.step());
            case UpdateArrived arrived -> arrived(state, arrived.update());
            case UpdateMissing(int number, int _, String reason) ->
                    reported(state, number, new Report.Missing(reason));
            case ModelMeasured measured ->
                    frame.close(
                            state,
                            measured.events(),
                            state.inFlight().sentInRound() * Places.bytes(state));
            default -> frame.shared(state, input);
        };
    }

    private Transition enter(RoundState state, Step step) {
        return switch (step) {
            case CHOOSE_AND_SEND -> choose(state);
            case TRAIN -> train(state);
            case PROTECT_AND_SEND -> receive(state);
            case COMBINE -> diverged(state) ? frame.fail(state) : combine(state);
            case TEST_AND_REWARD ->
                    asking(
                            state,
                            List.of(),
                            List.of(new Measure(state.round(), state.model(), List.of())));
        };
    }

    /** Fills the free places. */
    private Transition choose(RoundState closed) {
        int round = closed.round() + 1;
        Scenario scenario = closed.acting(round);
        List<Integer> chosen = places.draw(closed, round, scenario);
        RoundState next = closed.next(closed.carried(), chosen).with(closed.inFlight().nextRound());
        InFlight before = next.inFlight();
        RoundState state = next.with(places.send(next, chosen));
        List<FederationEvent> events = new ArrayList<>(closed.beginningToAct(round));
        String nobody =
                state.inFlight().dispatches().isEmpty()
                        ? Attendance.of(scenario, round, plan.equipment().devices())
                                .emptyBecause(chosen)
                        : null;
        events.add(new RoundStarted(round, chosen.stream().map(frame::id).toList(), nobody));
        events.addAll(places.told(before, state.inFlight()));
        return asking(state, events, List.of(new AwaitPermission(round, Step.TRAIN)));
    }

    /** Tells the clients in their places to train, and waits for the arrivals. */
    private Transition train(RoundState state) {
        RoundState waiting = state.asking(new AwaitArrivals(state.round()));
        return settle(waiting, new ArrayList<>());
    }

    /** An answer, perhaps before its virtual time. */
    private Transition arrived(RoundState state, ClientUpdate update) {
        Dispatch dispatch = dispatch(state, update.round());
        Report report =
                Report.of(
                        update,
                        state.model().size(),
                        dispatch.training().stepsOn(plan.nodes().get(dispatch.client()).examples()),
                        dispatch.arrives() - dispatch.started(),
                        Double.POSITIVE_INFINITY);
        return reported(state, update.round(), report);
    }

    private Transition reported(RoundState state, int number, Report report) {
        RoundState next = state.with(state.inFlight().reported(number, report));
        return next.asked() instanceof AwaitArrivals
                ? settle(next, new ArrayList<>())
                : unchanged(next);
    }

    /** Takes what has arrived in virtual order, as far as it is known. */
    private Transition settle(RoundState from, List<CoordinatorCommand> commands) {
        RoundState state = sendAll(from, commands);
        while (state.inFlight().usable() < state.scenario().mode().arrivals()) {
            Dispatch next = state.inFlight().next();
            if (next == null) {
                break;
            }
            Report report = state.inFlight().here().get(next.number());
            if (report == null) {
                return new Transition(state, List.of(), commands);
            }
            state = sendAll(land(state, new Arrival(next, report)), commands);
        }
        return asking(
                state,
                List.of(),
                plus(commands, new AwaitPermission(state.round(), Step.PROTECT_AND_SEND)));
    }

    /** An update is there: its client's place is free, unless the round ends with it. */
    private RoundState land(RoundState state, Arrival arrival) {
        Dispatch dispatch = arrival.dispatch();
        RoundState landed =
                state.with(
                                state.inFlight()
                                        .arrived(arrival)
                                        .telling(
                                                arrival.report()
                                                        .events(
                                                                state.round(),
                                                                frame.id(dispatch.client()))))
                        .at(dispatch.arrives());
        if (landed.inFlight().usable() >= state.scenario().mode().arrivals()) {
            return landed;
        }
        List<Integer> chosen = places.draw(landed, state.round(), state.scenario());
        InFlight before = landed.inFlight();
        InFlight after = places.send(landed, chosen);
        return landed.with(after.telling(places.told(before, after)));
    }

    private RoundState sendAll(RoundState state, List<CoordinatorCommand> commands) {
        for (Dispatch each : state.inFlight().unsent()) {
            commands.add(
                    new Train(
                            each.number(),
                            each.client(),
                            Mixture.sent(state, each),
                            each.training(),
                            state.scenario().personal(),
                            state.scenario().compression(),
                            each.seed(),
                            false,
                            null));
        }
        return state.with(state.inFlight().allSent());
    }

    /** Tells of the arrivals in virtual order, and what they cost. */
    private Transition receive(RoundState state) {
        List<FederationEvent> events = new ArrayList<>(state.inFlight().log());
        events.add(
                Costing.of(
                        state.round(),
                        plan,
                        state.scenario(),
                        state.inFlight().arrivals().stream()
                                .map(each -> cost(state, each))
                                .toList()));
        return asking(state, events, List.of(new AwaitPermission(state.round(), Step.COMBINE)));
    }

    /** As it was sent, whatever the scenario says by now. */
    private Costing.Item cost(RoundState state, Arrival arrival) {
        Dispatch dispatch = arrival.dispatch();
        return Costing.Item.of(
                new Trips(plan, state.scenario(), dispatch.training()),
                dispatch.client(),
                arrival.report(),
                Places.bytes(state));
    }

    /** Whether updates came back, and none of them can be combined. */
    private static boolean diverged(RoundState state) {
        return state.inFlight().usable() == 0
                && state.inFlight().arrivals().stream()
                        .anyMatch(each -> each.report() instanceof Report.Received);
    }

    private Transition combine(RoundState state) {
        Aggregate aggregate = Mixture.of(state);
        long bytes = 0;
        for (Arrival each : state.inFlight().arrivals()) {
            bytes += each.report() instanceof Report.Received in ? in.update().bytes() : 0;
        }
        RoundState combined =
                state.combined(aggregate, new Traffic(bytes, 0)).with(state.inFlight().combined());
        return asking(
                combined,
                Combination.events(state.round(), plan.nodes(), aggregate),
                List.of(new AwaitPermission(state.round(), Step.TEST_AND_REWARD)));
    }

    private static Dispatch dispatch(RoundState state, int number) {
        return Objects.requireNonNull(state.inFlight().dispatches().get(number));
    }

    private static List<CoordinatorCommand> plus(
            List<CoordinatorCommand> commands, CoordinatorCommand last) {
        commands.add(last);
        return commands;
    }
}
