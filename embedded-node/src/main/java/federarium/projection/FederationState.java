package federarium.projection;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.BudgetsSpent;
import federarium.event.FederationEvent.ConsensusMeasured;
import federarium.event.FederationEvent.EdgeAggregated;
import federarium.event.FederationEvent.EdgeRejected;
import federarium.event.FederationEvent.EdgesAssigned;
import federarium.event.FederationEvent.EdgesCombined;
import federarium.event.FederationEvent.HiddenUpdateReceived;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.ModelInitialized;
import federarium.event.FederationEvent.ModelSent;
import federarium.event.FederationEvent.ModelShared;
import federarium.event.FederationEvent.ModelTrained;
import federarium.event.FederationEvent.ModelsMixed;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.PeersLinked;
import federarium.event.FederationEvent.PersonalModelsMeasured;
import federarium.event.FederationEvent.PrivacySpent;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundCosted;
import federarium.event.FederationEvent.RoundRestarted;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.RunCompleted;
import federarium.event.FederationEvent.RunFailed;
import federarium.event.FederationEvent.RunStarted;
import federarium.event.FederationEvent.SettingChanged;
import federarium.event.FederationEvent.SpendingCarried;
import federarium.event.FederationEvent.SumSent;
import federarium.event.FederationEvent.TrainingStarted;
import federarium.event.FederationEvent.UpdateClipped;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.FederationEvent.VisibilityDeclared;
import federarium.event.FederationEvent.WarningGiven;
import federarium.event.FederationEvent.YardstickMeasured;
import federarium.event.FederationEvent.YardsticksSkipped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * A federation as its events tell it. Live view, replay, summary and export are all this fold over
 * the same events, so they cannot disagree.
 *
 * @param run what was started, or null before the first event
 * @param nodes who takes part
 * @param web who is linked with whom
 * @param modelSha256 hash of the current global model
 * @param round the round in progress, or the last one while none is
 * @param points the closed rounds, from round 0
 * @param changes settings changed in mid-run, in order
 * @param warnings what a person should know before trusting the run, in order
 * @param yardsticks what training without a federation gives
 * @param outcome whether the run is still going
 * @param closed the state when the last round was closed, to which one that is done again goes back
 */
public record FederationState(
        @Nullable RunStarted run,
        Nodes nodes,
        Web web,
        @Nullable String modelSha256,
        CurrentRound round,
        PVector<RoundPoint> points,
        PVector<SettingChanged> changes,
        PVector<WarningGiven> warnings,
        Yardsticks yardsticks,
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
                    TreePVector.empty(),
                    TreePVector.empty(),
                    TreePVector.empty(),
                    new Yardsticks(TreePVector.empty(), null),
                    new Outcome(Status.RUNNING, null),
                    null);

    /** The state after one more event. */
    public FederationState apply(FederationEvent event) {
        return switch (event) {
            case RunStarted e -> EMPTY.withRun(e);
            case NodeJoined e -> with(nodes.joined(e));
            case ModelInitialized e -> withModel(e.sha256());
            case SettingChanged e -> withChange(e);
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
            case WarningGiven e -> withWarning(e);
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
            case RoundClosed e -> withPoint(closing(e));
            case YardstickMeasured e ->
                    with(new Yardsticks(yardsticks.points.plus(e), yardsticks.skipped));
            case YardsticksSkipped e -> with(new Yardsticks(yardsticks.points, e.reason()));
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
                nodes.mostSpent());
    }

    private FederationState withRun(RunStarted started) {
        return new FederationState(
                started,
                nodes,
                web,
                modelSha256,
                round,
                points,
                changes,
                warnings,
                yardsticks,
                outcome,
                closed);
    }

    private FederationState with(Nodes next) {
        return new FederationState(
                run,
                next,
                web,
                modelSha256,
                round,
                points,
                changes,
                warnings,
                yardsticks,
                outcome,
                closed);
    }

    private FederationState with(Web next) {
        return new FederationState(
                run,
                nodes,
                next,
                modelSha256,
                round,
                points,
                changes,
                warnings,
                yardsticks,
                outcome,
                closed);
    }

    private FederationState withModel(String sha256) {
        return new FederationState(
                run,
                nodes,
                web,
                sha256,
                round,
                points,
                changes,
                warnings,
                yardsticks,
                outcome,
                closed);
    }

    private FederationState with(CurrentRound next) {
        return new FederationState(
                run,
                nodes,
                web,
                modelSha256,
                next,
                points,
                changes,
                warnings,
                yardsticks,
                outcome,
                closed);
    }

    private FederationState withPoint(RoundPoint point) {
        FederationState next =
                new FederationState(
                        run,
                        nodes,
                        web,
                        modelSha256,
                        round,
                        points.plus(point),
                        changes,
                        warnings,
                        yardsticks,
                        outcome,
                        null);
        return next.with(next);
    }

    private FederationState with(FederationState last) {
        return new FederationState(
                run,
                nodes,
                web,
                modelSha256,
                round,
                points,
                changes,
                warnings,
                yardsticks,
                outcome,
                last);
    }

    /** Nothing of the round has happened, but what it told. */
    private FederationState restarted() {
        return closed == null ? this : closed.with(closed).with(closed.nodes.havingSpent(nodes));
    }

    private FederationState withChange(SettingChanged change) {
        return new FederationState(
                run,
                nodes,
                web,
                modelSha256,
                round,
                points,
                changes.plus(change),
                warnings,
                yardsticks,
                outcome,
                closed);
    }

    private FederationState withWarning(WarningGiven warning) {
        return new FederationState(
                run,
                nodes,
                web,
                modelSha256,
                round,
                points,
                changes,
                warnings.plus(warning),
                yardsticks,
                outcome,
                closed);
    }

    private FederationState with(Yardsticks next) {
        return new FederationState(
                run,
                nodes,
                web,
                modelSha256,
                round,
                points,
                changes,
                warnings,
                next,
                outcome,
                closed);
    }

    private FederationState with(Outcome next) {
        return new FederationState(
                run,
                nodes,
                web,
                modelSha256,
                round,
                points,
                changes,
                warnings,
                yardsticks,
                next,
                closed);
    }
}
