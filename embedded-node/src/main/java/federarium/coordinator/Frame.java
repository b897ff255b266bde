package federarium.coordinator;

import federarium.aggregation.Carried;
import federarium.coordinator.CoordinatorCommand.AwaitPermission;
import federarium.coordinator.CoordinatorCommand.AwaitYardsticks;
import federarium.coordinator.CoordinatorCommand.Checkpoint;
import federarium.coordinator.CoordinatorCommand.Finish;
import federarium.coordinator.CoordinatorCommand.Measure;
import federarium.coordinator.CoordinatorInput.SettingRequested;
import federarium.coordinator.CoordinatorInput.YardsticksReady;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelInitialized;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.RunCompleted;
import federarium.event.FederationEvent.RunFailed;
import federarium.event.FederationEvent.RunStarted;
import federarium.event.PrivacyEvent.VisibilityDeclared;
import federarium.event.Step;
import federarium.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * What all kinds of federation have in common: how a run begins, goes on from round to round, draws
 * who takes part, and ends.
 */
public record Frame(RunPlan plan) {

    /**
     * A run's first events; one that goes on has told them, and tells its opening alone.
     *
     * @param order what is told of the nodes once they are seated
     * @param first the models to measure, with round 0
     */
    Transition begin(RoundState state, List<FederationEvent> order, Measure first) {
        if (state.round() >= 0) {
            return asking(state, plan.opening(), List.of(afterClosing(state)));
        }
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
        events.addAll(order);
        events.add(new VisibilityDeclared(0, Sights.of(scenario)));
        events.addAll(Delta.warning(scenario.privacy(), plan.nodes()));
        events.add(new ModelInitialized(0, state.model().sha256()));
        events.add(Costing.beforehand(plan, scenario));
        events.addAll(plan.opening());
        return asking(state.begun(), events, List.of(first));
    }

    /** What follows from an input that every kind takes alike; nothing from any other. */
    Transition shared(RoundState state, CoordinatorInput input) {
        return switch (input) {
            case SettingRequested(String key, String value) ->
                    unchanged(state.changing(key, value));
            case YardsticksReady ready -> complete(state, ready.events());
            default -> unchanged(state);
        };
    }

    private static CoordinatorCommand afterClosing(RoundState state) {
        int next = state.round() + 1;
        return next > state.acting(next).rounds()
                ? new AwaitYardsticks()
                : new AwaitPermission(next, Step.CHOOSE_AND_SEND);
    }

    /** Who takes part in a round: the same whenever it is drawn. */
    List<Integer> draw(Scenario scenario, int round) {
        return attendance(scenario, round).cohort(scenario, round);
    }

    /** What is told of a cohort that was drawn. */
    RoundStarted started(Scenario scenario, int round, List<Integer> cohort) {
        return started(attendance(scenario, round), round, cohort);
    }

    /** What is told of a cohort that was drawn among those who can take part. */
    RoundStarted started(Attendance attendance, int round, List<Integer> cohort) {
        return new RoundStarted(round, ids(cohort), attendance.emptyBecause(cohort));
    }

    /** Who can take part in a round. */
    Attendance attendance(Scenario scenario, int round) {
        return Attendance.of(scenario, round, plan.equipment().devices());
    }

    /** What the rule is given in the next round: another than the last round's begins anew. */
    static Carried carried(RoundState closed, Scenario scenario) {
        String before = closed.scenario().aggregation().rule().name();
        return scenario.aggregation().rule().name().equals(before)
                ? closed.carried()
                : Carried.NONE;
    }

    /**
     * The round's last events.
     *
     * @param measured what is known of its model
     */
    Transition close(RoundState state, List<FederationEvent> measured, long down) {
        List<FederationEvent> events = new ArrayList<>(measured);
        events.add(new RoundClosed(state.round(), state.bytesUp(), down, state.clock()));
        Checkpoint checkpoint =
                new Checkpoint(state.round(), state.model(), state.carried(), state.locals());
        return asking(state, events, List.of(checkpoint, afterClosing(state)));
    }

    Transition fail(RoundState state) {
        String reason =
                ("Diverged at round %d: every update holds values that are not finite;"
                                + " a learning rate below %s may help")
                        .formatted(state.round(), state.scenario().training().learningRate());
        return asking(
                state,
                List.of(new RunFailed(state.round(), reason)),
                List.of(new Finish(state.model())));
    }

    private Transition complete(RoundState state, List<FederationEvent> yardsticks) {
        List<FederationEvent> events = new ArrayList<>(yardsticks);
        events.add(new RunCompleted(state.round(), state.modelSha256()));
        return asking(state, events, List.of(new Finish(state.model())));
    }

    static Transition unchanged(RoundState state) {
        return new Transition(state, List.of(), List.of());
    }

    /** One more report; the last one ends the step. */
    static Transition reported(RoundState state, int of, Report report) {
        RoundState next = state.withReport(of, report);
        return next.gathering().isComplete()
                ? waiting(next, List.of(), Step.PROTECT_AND_SEND)
                : unchanged(next);
    }

    /** What came back in a round, told in client order. */
    List<FederationEvent> receipts(RoundState state) {
        List<FederationEvent> events = new ArrayList<>();
        state.gathering()
                .reports()
                .forEach((client, report) ->
                        events.addAll(report.events(state.round(), id(client))));
        return events;
    }

    static Transition waiting(RoundState state, List<FederationEvent> events, Step next) {
        return asking(state, events, List.of(new AwaitPermission(state.round(), next)));
    }

    /** What is asked last is what the run waits for. */
    static Transition asking(
            RoundState state, List<FederationEvent> events, List<CoordinatorCommand> commands) {
        return new Transition(state.asking(commands.getLast()), events, commands);
    }

    String id(int client) {
        return plan.nodes().get(client).node();
    }

    List<String> ids(List<Integer> clients) {
        return clients.stream().map(this::id).toList();
    }
}
