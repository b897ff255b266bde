package federarium.coordinator;

import static federarium.coordinator.Frame.waiting;

import federarium.aggregation.Scaffold;
import federarium.coordinator.CoordinatorCommand.AwaitPermission;
import federarium.coordinator.CoordinatorCommand.TellTaken;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelSent;
import federarium.event.FederationEvent.RoundCosted;
import federarium.event.PrivacyEvent.BudgetsSpent;
import federarium.event.Step;
import federarium.privacy.accounting.Accountant;
import federarium.privacy.accounting.Ledger;
import federarium.scenario.Rule;
import federarium.scenario.Scenario;
import federarium.update.ServerControl;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a synchronous round of a star does, whether its coordinator sees single updates or not. */
public record StarRound(RunPlan plan, Frame frame, Accountant accountant) {

    public StarRound(RunPlan plan) {
        this(plan, new Frame(plan), new Accountant());
    }

    /** The next round's cohort, and what it is sent. */
    Transition choose(RoundState closed) {
        int round = closed.round() + 1;
        Scenario scenario = closed.acting(round);
        List<FederationEvent> events = new ArrayList<>(closed.beginningToAct(round));
        PrivateRound noisy = privately(scenario, round, closed);
        List<Integer> cohort = noisy.attendance().cohort(scenario, round);
        events.add(frame.started(noisy.attendance(), round, cohort));
        if (!noisy.sittingOut().isEmpty()) {
            events.add(new BudgetsSpent(round, frame.ids(noisy.sittingOut())));
        }
        Trips trips = new Trips(plan, scenario);
        for (int client : scenario.concealment().encrypts() ? List.<Integer>of() : cohort) {
            events.add(new ModelSent(round, frame.id(client), trips.bytesDown(client)));
        }
        RoundState state = closed.next(Frame.carried(closed, scenario), cohort);
        return waiting(state, events, Step.TRAIN);
    }

    /** What a node is asked in the round after a closed one, if it takes part. */
    public Train request(RoundState closed, int client) {
        Scenario next = closed.acting(closed.round() + 1);
        return requests(closed.next(Frame.carried(closed, next), List.of(client))).getFirst();
    }

    /** What a single round charges a node, whatever it was charged before; needs noise. */
    public Ledger charge(Scenario scenario, int client) {
        Charges charges = charges(scenario);
        return Ledger.EMPTY.plus(charges.charge(client), charges.steps(client));
    }

    /** What each node of the cohort is asked to train. */
    List<Train> requests(RoundState state) {
        Scenario scenario = state.scenario();
        Trips trips = new Trips(plan, scenario);
        List<Integer> cohort = state.gathering().cohort();
        Iterator<Weights> models = plan.slices().of(state.model(), cohort).iterator();
        ServerControl control = control(state);
        List<Train> requests = new ArrayList<>();
        for (int client : cohort) {
            requests.add(
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
        return requests;
    }

    private static @Nullable ServerControl control(RoundState state) {
        return state.scenario().aggregation().rule() instanceof Rule.Scaffold
                ? Scaffold.control(state.carried(), state.round(), state.model().size())
                : null;
    }

    /** What the round cost, as far as it has come. */
    RoundCosted cost(RoundState state) {
        Trips trips = new Trips(plan, state.scenario());
        return Costing.of(
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
                        .toList());
    }

    /**
     * The round once its updates are combined.
     *
     * @param taken the clients whose updates were there
     * @param charged whom it charges
     */
    Transition combined(
            RoundState state,
            Combination combination,
            Traffic traffic,
            List<Integer> taken,
            List<Integer> charged) {
        Charges charges = charges(state.scenario());
        Books books = charges.charge(state.books(), charged).clippingAt(combination.nextClipNorm());
        List<FederationEvent> events = new ArrayList<>(combination.events());
        if (!charged.isEmpty()) {
            events.add(charges.spent(state.round(), state.books(), books, charged));
        }
        return Frame.asking(
                state.combined(combination.aggregate(), traffic)
                        .with(books)
                        .owing(Due.of(state, combination.aggregate().verdicts())),
                events,
                List.of(
                        new TellTaken(state.round(), taken),
                        new AwaitPermission(state.round(), Step.TEST_AND_REWARD)));
    }

    /** The payments of a round, and its end. */
    Transition settle(
            RoundState state,
            List<FederationEvent> measured,
            List<Valuation.Scores> valued,
            long down) {
        Due due = state.due();
        if (due == null) {
            return frame.close(state, measured, down);
        }
        List<FederationEvent> events = new ArrayList<>(measured);
        events.addAll(new Payday(plan, state, due).events(valued));
        return frame.close(state.owing(null), events, down);
    }

    /** Whom the round charges; where there is no noise nothing is worked out. */
    List<Integer> charged(RoundState state) {
        return state.scenario().privacy().isNone()
                ? List.of()
                : privately(state.scenario(), state.round(), state)
                        .charged(state.gathering().cohort());
    }

    /**
     * The same whenever it is asked in a round.
     *
     * @param before with the books without this round, and those who had left before it
     */
    private PrivateRound privately(Scenario scenario, int round, RoundState before) {
        Attendance present = frame.attendance(scenario, round);
        return PrivateRound.of(
                scenario.incentive().pricePerJoule() == null
                        ? present
                        : present.leaving(before.purses().away(plan.nodes())),
                charges(scenario),
                before.books());
    }

    private Charges charges(Scenario scenario) {
        return new Charges(plan, scenario, accountant);
    }
}
