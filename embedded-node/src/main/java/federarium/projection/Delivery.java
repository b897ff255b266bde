package federarium.projection;

import federarium.event.EvidenceEvent.Evidence;
import federarium.event.FederationEvent.RuleScore;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdateRejected;
import org.jspecify.annotations.Nullable;

/**
 * A node's last update and what became of it.
 *
 * @param update as the coordinator received it, or null where it can see none; without a
 *     coordinator, what the node's last training did
 * @param share the weight p that it was given in the aggregate, once combined
 * @param judgement what the rule judged it by, where it judges
 * @param rejection why it was refused, or null if it was not
 * @param evidence what sets it apart from the round's others, where they were compared
 */
public record Delivery(
        @Nullable UpdateReceived update,
        @Nullable Double share,
        @Nullable RuleScore judgement,
        @Nullable String rejection,
        @Nullable Evidence evidence) {
    static final Delivery NONE = new Delivery(null, null, null, null, null);

    static Delivery of(UpdateReceived update) {
        return new Delivery(update, null, null, null, null);
    }

    /** The same, which travelled in so many bytes. */
    Delivery sentIn(long bytes) {
        return update == null
                ? this
                : new Delivery(
                        new UpdateReceived(
                                update.round(),
                                update.node(),
                                update.examples(),
                                update.steps(),
                                update.loss(),
                                update.norm(),
                                bytes),
                        share,
                        judgement,
                        rejection,
                        evidence);
    }

    Delivery refused(UpdateRejected refused) {
        return new Delivery(update, null, refused.score(), refused.reason(), evidence);
    }

    Delivery weighted(Share given) {
        return new Delivery(update, given.weight(), given.score(), rejection, evidence);
    }

    Delivery compared(Evidence found) {
        return new Delivery(update, share, judgement, rejection, found);
    }
}
