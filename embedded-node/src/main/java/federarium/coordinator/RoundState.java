package federarium.coordinator;

import federarium.aggregation.Aggregate;
import federarium.aggregation.Carried;
import federarium.coordinator.CoordinatorCommand.AwaitPermission;
import federarium.coordinator.CoordinatorCommand.AwaitYardsticks;
import federarium.coordinator.CoordinatorCommand.CollectSum;
import federarium.coordinator.CoordinatorCommand.Finish;
import federarium.coordinator.CoordinatorCommand.Measure;
import federarium.coordinator.CoordinatorCommand.OpenSum;
import federarium.coordinator.CoordinatorCommand.PeerCommand;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.CoordinatorCommand.TrainEdge;
import federarium.coordinator.CoordinatorCommand.TrainRoot;
import federarium.coordinator.CoordinatorCommand.TrainUnseen;
import federarium.coordinator.CoordinatorCommand.ValueUpdates;
import federarium.coordinator.CoordinatorInput.Begin;
import federarium.coordinator.CoordinatorInput.EdgeAnswered;
import federarium.coordinator.CoordinatorInput.EdgeMissing;
import federarium.coordinator.CoordinatorInput.ModelMeasured;
import federarium.coordinator.CoordinatorInput.ModelMoved;
import federarium.coordinator.CoordinatorInput.PeerAnswer;
import federarium.coordinator.CoordinatorInput.RootTrained;
import federarium.coordinator.CoordinatorInput.SettingRequested;
import federarium.coordinator.CoordinatorInput.StepPermitted;
import federarium.coordinator.CoordinatorInput.SumCollected;
import federarium.coordinator.CoordinatorInput.SumOpened;
import federarium.coordinator.CoordinatorInput.SumWithheld;
import federarium.coordinator.CoordinatorInput.TrainingEnded;
import federarium.coordinator.CoordinatorInput.UpdateArrived;
import federarium.coordinator.CoordinatorInput.UpdateMissing;
import federarium.coordinator.CoordinatorInput.UpdatesValued;
import federarium.coordinator.CoordinatorInput.YardsticksReady;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.SettingChanged;
import federarium.event.Step;
import federarium.scenario.Scenario;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands.
 *
 * @param round the last round that was started; 0 when the initial model is measured, −1 before
 * @param scenario with all changes that act by now
 * @param model the global model
 * @param carried what the rule carries on from the round before
 * @param gathering what this round gathers
 * @param asked what was asked of the outside last, and not answered yet; null before the run begins
 *     or goes on
 * @param traffic payload of this round beside the models sent, once combined
 * @param ahead what is settled of rounds to come
 * @param beside what some kinds of federation have beside the model
 */
public record RoundState(
        int round,
        Scenario scenario,
        Weights model,
        Carried carried,
        Gathering gathering,
        @Nullable CoordinatorCommand asked,
        Traffic traffic,
        Ahead ahead,
        Beside beside) {

    /** A run before its first event. */
    public static RoundState beginning(RunPlan plan) {
        return beginning(plan.scenario(), plan.initial(), Changes.NONE);
    }

    /** A run before its first event, for which changes are planned already. */
    public static RoundState beginning(Scenario scenario, Weights initial, Changes pending) {
        return closed(scenario, -1, initial, Carried.NONE, Ahead.of(pending));
    }

    /** A run whose given round is closed, at virtual second 0. */
    public static RoundState closed(
            Scenario scenario, int round, Weights model, Carried carried, Ahead ahead) {
        return new RoundState(
                round,
                scenario.unarmed(),
                model,
                carried,
                Gathering.NONE,
                null,
                Traffic.NONE,
                ahead,
                Beside.NOTHING);
    }

    /**
     * Whether an input belongs to this moment: it answers what was asked last, or changes a setting
     * of a run that is not over.
     */
    boolean awaits(CoordinatorInput input) {
        return switch (input) {
            case Begin _ -> asked == null;
            case StepPermitted(int at, Step step) -> new AwaitPermission(at, step).equals(asked);
            case UpdateArrived(ClientUpdate update) ->
                    awaitsReport(update.round(), update.client());
            case UpdateMissing missing -> awaitsReport(missing.round(), missing.client());
            case TrainingEnded ended -> awaitsReport(ended.round(), ended.client());
            case SumCollected collected ->
                    asked instanceof CollectSum collect && collect.round() == collected.round();
            case SumOpened opened -> awaitsSum(opened.round());
            case ModelMoved moved -> awaitsSum(moved.round());
            case SumWithheld withheld -> awaitsSum(withheld.round());
            case EdgeAnswered(EdgeReport report) -> awaitsEdge(report.round(), report.edge());
            case EdgeMissing missing -> awaitsEdge(missing.round(), missing.edge());
            case PeerAnswer answer ->
                    asked instanceof PeerCommand
                            && answer.round() == round
                            && gathering.awaits(answer.client());
            case RootTrained(ClientUpdate update) ->
                    asked instanceof TrainRoot own && own.round() == update.round();
            case ModelMeasured(ModelEvaluated evaluation, _, _) ->
                    asked instanceof Measure measure && measure.round() == evaluation.round();
            case UpdatesValued valued ->
                    asked instanceof ValueUpdates value
                            && value.valuation().round() == valued.round();
            case SettingRequested _ -> !(asked instanceof Finish);
            case YardsticksReady _ -> asked instanceof AwaitYardsticks;
        };
    }

    private boolean awaitsReport(int at, int client) {
        return inFlight().awaits(at, client)
                || ((asked instanceof Train || asked instanceof TrainUnseen)
                        && at == round
                        && gathering.awaits(client));
    }

    private boolean awaitsSum(int at) {
        return asked instanceof OpenSum open && open.round() == at;
    }

    private boolean awaitsEdge(int at, int edge) {
        return asked instanceof TrainEdge && at == round && gathering.awaits(edge);
    }

    /** The scenario with the changes that act in a round. */
    Scenario acting(int in) {
        return ahead.pending().by(in).ofCoordinator().applied(scenario);
    }

    /** The changes that begin to act in a round. */
    List<SettingChanged> beginningToAct(int in) {
        return ahead.pending().by(in).inOrder();
    }

    long bytesUp() {
        return traffic.up();
    }

    double clock() {
        return beside.clock();
    }

    InFlight inFlight() {
        return beside.inFlight();
    }

    public LocalModels locals() {
        return beside.locals();
    }

    public Books books() {
        return beside.books();
    }

    public Purses purses() {
        return beside.purses();
    }

    /** What is still to be paid for, or null. */
    @Nullable Due due() {
        return beside.due();
    }

    RoundState begun() {
        return new RoundState(
                0, scenario, model, carried, gathering, asked, traffic, ahead, beside);
    }

    /**
     * The next round, with the changes that act in it.
     *
     * @param carriedOn what its rule is given
     */
    RoundState next(Carried carriedOn, List<Integer> cohort) {
        return new RoundState(
                round + 1,
                acting(round + 1),
                model,
                carriedOn,
                Gathering.of(cohort),
                asked,
                Traffic.NONE,
                new Ahead(ahead.pending().after(round + 1), ahead.settled()),
                beside);
    }

    RoundState asking(CoordinatorCommand command) {
        return new RoundState(
                round, scenario, model, carried, gathering, command, traffic, ahead, beside);
    }

    RoundState withReport(int client, Report report) {
        Gathering more = gathering.with(client, report);
        return new RoundState(round, scenario, model, carried, more, asked, traffic, ahead, beside);
    }

    /** The same round gathering something else of some clients, with what it has sent by now. */
    RoundState gathering(List<Integer> clients, long bytes) {
        Gathering other = Gathering.of(clients);
        return new RoundState(
                round,
                scenario,
                model,
                carried,
                other,
                asked,
                new Traffic(bytes, 0),
                ahead,
                beside);
    }

    /** The round's updates are in the model now and need not be kept. */
    RoundState combined(Aggregate aggregate) {
        return combined(aggregate, new Traffic(gathering.bytes(), 0));
    }

    /**
     * The same where something else than the updates was sent.
     *
     * @param bytes what was sent in the round beside the models
     */
    RoundState combined(Aggregate aggregate, Traffic bytes) {
        return new RoundState(
                round,
                scenario,
                aggregate.model(),
                aggregate.carried(),
                gathering.combined(),
                asked,
                bytes,
                ahead,
                beside);
    }

    /** The same with other clients in training. */
    public RoundState with(InFlight flight) {
        return with(beside.with(flight));
    }

    /** The same with other models beside the global one. */
    public RoundState with(LocalModels others) {
        return with(beside.with(others));
    }

    /** The same with more charged. */
    public RoundState with(Books charged) {
        return with(beside.with(charged));
    }

    /** The same with other purses. */
    public RoundState with(Purses filled) {
        return with(beside.with(filled));
    }

    /** The same with this to be paid for, or nothing. */
    RoundState owing(@Nullable Due due) {
        return with(beside.owing(due));
    }

    /** The same where the nodes hold a model of that hash, and the coordinator doesn't. */
    public RoundState holding(String sha256) {
        return with(beside.holding(sha256));
    }

    /** Hash of the current global model, whoever has it. */
    String modelSha256() {
        String held = beside.held();
        return held == null ? model.sha256() : held;
    }

    /** The same at a virtual second. */
    public RoundState at(double second) {
        return with(beside.at(second));
    }

    /** The same so many virtual seconds later. */
    RoundState later(double seconds) {
        return at(clock() + seconds);
    }

    private RoundState with(Beside other) {
        return new RoundState(
                round, scenario, model, carried, gathering, asked, traffic, ahead, other);
    }

    /** A change that acts after this round, and after all that an earlier life has logged. */
    RoundState changing(String key, String value) {
        int from = Math.max(0, Math.max(round, ahead.settled())) + 1;
        Changes more = ahead.pending().plus(new SettingChanged(from, key, value));
        Ahead changed = new Ahead(more, ahead.settled());
        return new RoundState(
                round, scenario, model, carried, gathering, asked, traffic, changed, beside);
    }
}
