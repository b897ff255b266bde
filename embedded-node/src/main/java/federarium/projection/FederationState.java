package federarium.projection;

import federarium.event.EvidenceEvent.BackdoorMeasured;
import federarium.event.EvidenceEvent.UpdatesCompared;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.ModelInitialized;
import federarium.event.FederationEvent.ModelSent;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.PersonalModelsMeasured;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundCosted;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.RunCompleted;
import federarium.event.FederationEvent.RunFailed;
import federarium.event.FederationEvent.RunStarted;
import federarium.event.FederationEvent.SettingChanged;
import federarium.event.FederationEvent.TrainingStarted;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.FederationEvent.WarningGiven;
import federarium.event.FederationEvent.YardstickMeasured;
import federarium.event.FederationEvent.YardsticksSkipped;
import federarium.event.PrivacyEvent.BudgetsSpent;
import federarium.event.PrivacyEvent.HiddenUpdateReceived;
import federarium.event.PrivacyEvent.PrivacySpent;
import federarium.event.PrivacyEvent.RoundRestarted;
import federarium.event.PrivacyEvent.SpendingCarried;
import federarium.event.PrivacyEvent.SumSent;
import federarium.event.PrivacyEvent.UpdateClipped;
import federarium.event.PrivacyEvent.VisibilityDeclared;
import federarium.event.RewardEvent.ContributionsScored;
import federarium.event.RewardEvent.CreditsPaid;
import federarium.event.RewardEvent.NodeReturned;
import federarium.event.RewardEvent.NodeWithdrew;
import federarium.event.WebEvent.ConsensusMeasured;
import federarium.event.WebEvent.EdgeAggregated;
import federarium.event.WebEvent.EdgeRejected;
import federarium.event.WebEvent.EdgesAssigned;
import federarium.event.WebEvent.EdgesCombined;
import federarium.event.WebEvent.ModelShared;
import federarium.event.WebEvent.ModelTrained;
import federarium.event.WebEvent.ModelsMixed;
import federarium.event.WebEvent.PeersLinked;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;

/**
 * A federation as its events tell it. Live view, replay, summary and export are all this fold over
 * the same events, so they cannot disagree.
 *
 * @param run what was started, or null before the first event
 * @param nodes who takes part
 * @param web who is linked with whom
 * @param modelSha256 hash of the current global model
 * @param round the round in progress, or the last one while none is
 * @param past what is over: rounds, changes, warnings, yardsticks
 * @param outcome whether the run is still going
 * @param closed the state when the last round was closed, to which one that is done again goes back
 */
public record FederationState(
        @Nullable RunStarted run,
        Nodes nodes,
        Web web,
        @Nullable String modelSha256,
        CurrentRound round,
        Past past,
        Outcome outcome,
        @Nullable FederationState closed) {

    /** The points measured, and why there are none if they were skipped. */
    public record Yardsticks(PVector<YardstickMeasured> points, @Nullable String skipped) {}

    /** Whether the run is still going, as far as its log tells; a failure has a reason. */
    public record Outcome(Status status, @Nullable String reason) {}

    public enum Status {
        RUNNING,
        COMPLETED,
        FAILED
    }

    /** Before anything happened. */
    public static final FederationState EMPTY =
            new FederationState(
                    null,
                    Nodes.NONE,
                    Web.NONE,
                    null,
                    CurrentRound.NONE,
                    Past.NOTHING,
                    new Outcome(Status.RUNNING, null),
                    null);

    /** The state after one more event. */
    public FederationState apply(FederationEvent event) {
        return switch (event) {
            case RunStarted e -> EMPTY.withRun(e);
            case NodeJoined e -> with(nodes.joined(e));
            case ModelInitialized e -> withModel(e.sha256());
            case SettingChanged e -> with(past.plus(e));
            case RoundStarted e -> with(nodes.chosen(e.cohort())).with(CurrentRound.of(e));
            case ModelSent e ->
                    with(
                            e.round() == 0
                                    ? nodes.told(List.of(e.node()), e.bytes())
                                    : nodes.update(e.node(), n -> n.sent(e.bytes())));
            case TrainingStarted _ -> this;
            case UpdateReceived e ->
                    with(nodes.update(e.node(), n -> n.received(e))).with(round.receiving(e));
            case HiddenUpdateReceived e ->
                    with(nodes.update(e.node(), n -> n.received(e))).with(round.receiving(e));
            case UpdateRejected e ->
                    with(nodes.update(e.node(), n -> n.rejected(e))).with(round.refusing(e));
            case WarningGiven e -> with(past.plus(e));
            case VisibilityDeclared _, UpdateClipped _ -> this;
            case BudgetsSpent e -> with(nodes.sittingOut(e.nodes()));
            case PrivacySpent e -> with(nodes.spending(e.spendings())).with(round.spending(e));
            case SumSent e -> with(nodes.told(e.nodes(), e.bytes()));
            case SpendingCarried e -> with(nodes.spending(e.spendings()));
            case RoundRestarted _ -> restarted();
            case UpdatesAggregated e ->
                    with(nodes.weighted(e.shares())).withModel(e.sha256()).with(round.combining(e));
            case ModelEvaluated e -> with(nodes.scored(e.nodes())).with(round.measuring(e));
            case PersonalModelsMeasured e ->
                    with(nodes.scoredOwn(e.nodes())).with(round.measuringOwn(e));
            case RoundCosted e -> with(nodes.costing(e.nodes())).with(round.costing(e));
            case EdgesAssigned e -> with(web.assigned(e));
            case EdgeAggregated e -> with(nodes.weighted(e.shares()));
            case EdgeRejected _ -> this;
            case EdgesCombined e -> with(web.combined(e)).withModel(e.sha256());
            case PeersLinked e -> with(web.linked(e));
            case ModelTrained e -> with(nodes.update(e.node(), n -> n.trained(e)));
            case ModelShared e -> with(nodes.update(e.node(), n -> n.shared(e.bytes())));
            case ModelsMixed e -> withModel(e.sha256());
            case ConsensusMeasured e -> with(web.measured(e));
            case UpdatesCompared e -> with(nodes.compared(e.updates())).found(f -> f.with(e));
            case BackdoorMeasured e -> found(f -> f.with(e));
            case ContributionsScored e -> found(f -> f.with(e));
            case CreditsPaid e -> with(nodes.paid(e.payments())).found(f -> f.with(e));
            case NodeWithdrew e -> with(nodes.update(e.node(), n -> n.away(true)));
            case NodeReturned e -> with(nodes.update(e.node(), n -> n.away(false)));
            case RoundClosed e -> withPoint(closing(e));
            case YardstickMeasured e -> with(past.plus(e));
            case YardsticksSkipped e -> with(past.skipping(e.reason()));
            case RunCompleted _ -> with(new Outcome(Status.COMPLETED, null));
            case RunFailed e -> with(new Outcome(Status.FAILED, e.reason()));
        };
    }

    private RoundPoint closing(RoundClosed event) {
        ModelEvaluated evaluation = round.evaluation();
        if (evaluation == null) {
            throw new IllegalStateException("round " + event.round() + " closed unmeasured");
        }
        return new RoundPoint(
                event.round(),
                round.cohort(),
                round.rejected(),
                evaluation,
                round.personal(),
                event.bytesUp(),
                event.bytesDown(),
                event.virtualSeconds(),
                round.cost(),
                round.privacy(),
                nodes.mostSpent(),
                round.findings());
    }

    private FederationState withRun(RunStarted started) {
        return new FederationState(started, nodes, web, modelSha256, round, past, outcome, closed);
    }

    private FederationState with(Nodes next) {
        return new FederationState(run, next, web, modelSha256, round, past, outcome, closed);
    }

    private FederationState with(Web next) {
        return new FederationState(run, nodes, next, modelSha256, round, past, outcome, closed);
    }

    private FederationState withModel(String sha256) {
        return new FederationState(run, nodes, web, sha256, round, past, outcome, closed);
    }

    private FederationState with(CurrentRound next) {
        return new FederationState(run, nodes, web, modelSha256, next, past, outcome, closed);
    }

    private FederationState with(Past next) {
        return new FederationState(run, nodes, web, modelSha256, round, next, outcome, closed);
    }

    private FederationState with(Outcome next) {
        return new FederationState(run, nodes, web, modelSha256, round, past, next, closed);
    }

    private FederationState with(@Nullable FederationState last) {
        return new FederationState(run, nodes, web, modelSha256, round, past, outcome, last);
    }

    private FederationState found(UnaryOperator<Findings> more) {
        return with(round.finding(more.apply(round.findings())));
    }

    private FederationState withPoint(RoundPoint point) {
        FederationState next = with(past.plus(point)).with((FederationState) null);
        return next.with(next);
    }

    /** Nothing of the round has happened, but what it told. */
    private FederationState restarted() {
        return closed == null ? this : closed.with(closed).with(closed.nodes.havingSpent(nodes));
    }

    /** The closed rounds, from round 0. */
    public PVector<RoundPoint> points() {
        return past.points();
    }

    /** Settings changed in mid-run, in order. */
    public PVector<SettingChanged> changes() {
        return past.changes();
    }

    /** What a person should know before trusting the run, in order. */
    public PVector<WarningGiven> warnings() {
        return past.warnings();
    }

    /** What training without a federation gives. */
    public Yardsticks yardsticks() {
        return past.yardsticks();
    }
}
