package federarium.projection;

import federarium.event.FederationEvent.HiddenUpdateReceived;
import federarium.event.FederationEvent.ModelTrained;
import federarium.event.FederationEvent.NodeCost;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.NodeScore;
import federarium.event.FederationEvent.RuleScore;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdateRejected;
import org.jspecify.annotations.Nullable;

/**
 * One node as far as the events tell.
 *
 * @param seat who it is and what rows it holds
 * @param phase where it stands in the current round
 * @param score the global model on the node's own held-out rows, once measured
 * @param own the model that the node uses itself on these rows, where it has one of its own
 * @param update the last update that the coordinator received from it, or null where it can see
 *     none; without a coordinator, what its last training did
 * @param share the weight p that this update was given in the aggregate, once combined
 * @param judgement what the rule judged this update by, where it judges
 * @param rejection why its last update was refused, or null if it was not
 * @param epsilon spent of its privacy budget, or null where nothing was charged to it yet
 * @param sitsOut whether it sat the last round out, as its budget is spent
 * @param traffic what it has sent and was sent so far
 */
public record NodeState(
        NodeJoined seat,
        Phase phase,
        @Nullable NodeScore score,
        @Nullable NodeScore own,
        @Nullable UpdateReceived update,
        @Nullable Double share,
        @Nullable RuleScore judgement,
        @Nullable String rejection,
        @Nullable Double epsilon,
        boolean sitsOut,
        Traffic traffic) {

    /** Where a node stands in the current round. */
    public enum Phase {
        /** Not in this round's cohort, or no round has begun. */
        IDLE,
        CHOSEN,
        MODEL_SENT,
        UPDATE_RECEIVED,
        REJECTED
    }

    /**
     * Totals over the run.
     *
     * @param roundsTrained updates received from the node
     * @param bytesUp payload bytes that it sent
     * @param bytesDown payload bytes that it was sent
     * @param seconds virtual, that its device was at it
     * @param joules that this took
     */
    public record Traffic(
            int roundsTrained, long bytesUp, long bytesDown, double seconds, double joules) {

        /** Traffic that cost nothing. */
        public Traffic(int roundsTrained, long bytesUp, long bytesDown) {
            this(roundsTrained, bytesUp, bytesDown, 0, 0);
        }
    }

    public String id() {
        return seat.node();
    }

    static NodeState joined(NodeJoined seat) {
        return new NodeState(
                seat,
                Phase.IDLE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                new Traffic(0, 0, 0));
    }

    NodeState in(Phase next) {
        return new NodeState(
                seat, next, score, own, update, share, judgement, rejection, epsilon, sitsOut,
                traffic);
    }

    NodeState sent(long bytes) {
        Traffic more =
                new Traffic(
                        traffic.roundsTrained,
                        traffic.bytesUp,
                        traffic.bytesDown + bytes,
                        traffic.seconds,
                        traffic.joules);
        return new NodeState(
                seat,
                Phase.MODEL_SENT,
                score,
                own,
                update,
                share,
                judgement,
                rejection,
                epsilon,
                sitsOut,
                more);
    }

    NodeState received(UpdateReceived received) {
        Traffic more =
                new Traffic(
                        traffic.roundsTrained + 1,
                        traffic.bytesUp + received.bytes(),
                        traffic.bytesDown,
                        traffic.seconds,
                        traffic.joules);
        return new NodeState(
                seat,
                Phase.UPDATE_RECEIVED,
                score,
                own,
                received,
                null,
                null,
                null,
                epsilon,
                sitsOut,
                more);
    }

    /** Nothing is known of it. */
    NodeState received(HiddenUpdateReceived received) {
        Traffic more =
                new Traffic(
                        traffic.roundsTrained + 1,
                        traffic.bytesUp + received.bytes(),
                        traffic.bytesDown,
                        traffic.seconds,
                        traffic.joules);
        return new NodeState(
                seat,
                Phase.UPDATE_RECEIVED,
                score,
                own,
                null,
                null,
                null,
                null,
                epsilon,
                sitsOut,
                more);
    }

    NodeState costing(NodeCost cost) {
        Traffic more =
                new Traffic(
                        traffic.roundsTrained,
                        traffic.bytesUp,
                        traffic.bytesDown,
                        traffic.seconds + cost.seconds(),
                        traffic.joules + cost.joules());
        return new NodeState(
                seat, phase, score, own, update, share, judgement, rejection, epsilon, sitsOut,
                more);
    }

    /** Nobody received it; what is known of it is the same. */
    NodeState trained(ModelTrained trained) {
        return received(
                new UpdateReceived(
                        trained.round(),
                        trained.node(),
                        trained.examples(),
                        trained.steps(),
                        trained.loss(),
                        trained.norm(),
                        0));
    }

    /** To its neighbours and, as many, from them. */
    NodeState shared(long bytes) {
        UpdateReceived sent =
                update == null
                        ? null
                        : new UpdateReceived(
                                update.round(),
                                update.node(),
                                update.examples(),
                                update.steps(),
                                update.loss(),
                                update.norm(),
                                bytes);
        Traffic more =
                new Traffic(
                        traffic.roundsTrained,
                        traffic.bytesUp + bytes,
                        traffic.bytesDown + bytes,
                        traffic.seconds,
                        traffic.joules);
        return new NodeState(
                seat, phase, score, own, sent, share, judgement, rejection, epsilon, sitsOut, more);
    }

    NodeState rejected(UpdateRejected refused) {
        return new NodeState(
                seat,
                Phase.REJECTED,
                score,
                own,
                update,
                null,
                refused.score(),
                refused.reason(),
                epsilon,
                sitsOut,
                traffic);
    }

    NodeState weighted(Share given) {
        return new NodeState(
                seat,
                phase,
                score,
                own,
                update,
                given.weight(),
                given.score(),
                rejection,
                epsilon,
                sitsOut,
                traffic);
    }

    NodeState scored(NodeScore measured) {
        return new NodeState(
                seat, phase, measured, own, update, share, judgement, rejection, epsilon, sitsOut,
                traffic);
    }

    NodeState scoredOwn(NodeScore measured) {
        return new NodeState(
                seat, phase, score, measured, update, share, judgement, rejection, epsilon, sitsOut,
                traffic);
    }

    NodeState spending(double spent) {
        return new NodeState(
                seat, phase, score, own, update, share, judgement, rejection, spent, sitsOut,
                traffic);
    }

    NodeState sittingOut(boolean out) {
        return new NodeState(
                seat, phase, score, own, update, share, judgement, rejection, epsilon, out,
                traffic);
    }
}
