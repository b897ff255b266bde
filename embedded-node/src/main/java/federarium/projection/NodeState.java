package federarium.projection;

import federarium.event.EvidenceEvent.Evidence;
import federarium.event.FederationEvent.NodeCost;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.NodeScore;
import federarium.event.FederationEvent.RuleScore;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.PrivacyEvent.HiddenUpdateReceived;
import federarium.event.RewardEvent.Payment;
import federarium.event.WebEvent.ModelTrained;
import org.jspecify.annotations.Nullable;

/**
 * One node as far as the events tell.
 *
 * @param seat who it is and what rows it holds
 * @param phase where it stands in the current round
 * @param score the global model on the node's own held-out rows, once measured
 * @param own the model that the node uses itself on these rows, where it has one of its own
 * @param delivery its last update and what became of it
 * @param epsilon spent of its privacy budget, or null where nothing was charged to it yet
 * @param sitsOut whether it sat the last round out, as its budget is spent
 * @param purse what it has earned
 * @param traffic what it has sent and was sent so far
 */
public record NodeState(
        NodeJoined seat,
        Phase phase,
        @Nullable NodeScore score,
        @Nullable NodeScore own,
        Delivery delivery,
        @Nullable Double epsilon,
        boolean sitsOut,
        Purse purse,
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

        Traffic up(long bytes) {
            return new Traffic(roundsTrained, bytesUp + bytes, bytesDown, seconds, joules);
        }

        Traffic down(long bytes) {
            return new Traffic(roundsTrained, bytesUp, bytesDown + bytes, seconds, joules);
        }

        Traffic trained() {
            return new Traffic(roundsTrained + 1, bytesUp, bytesDown, seconds, joules);
        }

        Traffic costing(NodeCost cost) {
            return new Traffic(
                    roundsTrained,
                    bytesUp,
                    bytesDown,
                    seconds + cost.seconds(),
                    joules + cost.joules());
        }
    }

    public String id() {
        return seat.node();
    }

    /** Its last update, or null where none is seen. */
    public @Nullable UpdateReceived update() {
        return delivery.update();
    }

    /** The weight p of this update in the aggregate, once combined. */
    public @Nullable Double share() {
        return delivery.share();
    }

    /** What the rule judged this update by, where it judges. */
    public @Nullable RuleScore judgement() {
        return delivery.judgement();
    }

    /** Why its last update was refused, or null if it was not. */
    public @Nullable String rejection() {
        return delivery.rejection();
    }

    static NodeState joined(NodeJoined seat) {
        return new NodeState(
                seat,
                Phase.IDLE,
                null,
                null,
                Delivery.NONE,
                null,
                false,
                Purse.EMPTY,
                new Traffic(0, 0, 0));
    }

    NodeState in(Phase next) {
        return new NodeState(seat, next, score, own, delivery, epsilon, sitsOut, purse, traffic);
    }

    NodeState sent(long bytes) {
        return in(Phase.MODEL_SENT).with(traffic.down(bytes));
    }

    NodeState received(UpdateReceived received) {
        return in(Phase.UPDATE_RECEIVED)
                .with(Delivery.of(received))
                .with(traffic.trained().up(received.bytes()));
    }

    /** Nothing is known of it. */
    NodeState received(HiddenUpdateReceived received) {
        return in(Phase.UPDATE_RECEIVED)
                .with(Delivery.NONE)
                .with(traffic.trained().up(received.bytes()));
    }

    NodeState costing(NodeCost cost) {
        return with(traffic.costing(cost));
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
        return with(delivery.sentIn(bytes)).with(traffic.up(bytes).down(bytes));
    }

    NodeState rejected(UpdateRejected refused) {
        return in(Phase.REJECTED).with(delivery.refused(refused));
    }

    NodeState weighted(Share given) {
        return with(delivery.weighted(given));
    }

    NodeState scored(NodeScore measured) {
        return new NodeState(
                seat, phase, measured, own, delivery, epsilon, sitsOut, purse, traffic);
    }

    NodeState scoredOwn(NodeScore measured) {
        return new NodeState(
                seat, phase, score, measured, delivery, epsilon, sitsOut, purse, traffic);
    }

    NodeState spending(double spent) {
        return new NodeState(seat, phase, score, own, delivery, spent, sitsOut, purse, traffic);
    }

    NodeState sittingOut(boolean out) {
        return new NodeState(seat, phase, score, own, delivery, epsilon, out, purse, traffic);
    }

    NodeState compared(Evidence evidence) {
        return with(delivery.compared(evidence));
    }

    NodeState paid(Payment payment) {
        return with(purse.paid(payment));
    }

    NodeState away(boolean now) {
        return with(purse.away(now));
    }

    private NodeState with(Purse next) {
        return new NodeState(seat, phase, score, own, delivery, epsilon, sitsOut, next, traffic);
    }

    private NodeState with(Delivery next) {
        return new NodeState(seat, phase, score, own, next, epsilon, sitsOut, purse, traffic);
    }

    private NodeState with(Traffic next) {
        return new NodeState(seat, phase, score, own, delivery, epsilon, sitsOut, purse, next);
    }
}
