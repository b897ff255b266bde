package federarium.desktop.feed;

import federarium.desktop.text.Figures;
import federarium.event.FederationEvent.RuleScore;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.projection.CurrentRound;
import federarium.projection.Delivery;
import federarium.projection.FederationState;
import federarium.projection.NodeState;

/**
 * What the rule held against a node when it last combined updates. It holds until the node's next
 * update or the next verdict; who only came too late is not suspected.
 */
public final class Suspicion {
    private Suspicion() {}

    /** Why the rule refused its update, in words; empty where it did not. */
    public static String words(FederationState state, NodeState node) {
        UpdateReceived update = node.update();
        return update != null && update.round() == judged(state.round())
                ? words(node.delivery())
                : "";
    }

    /** The same of an update of whatever round. */
    public static String words(Delivery delivery) {
        RuleScore score = delivery.judgement();
        String reason = delivery.rejection();
        return score == null || reason == null
                ? ""
                : "refused: %s (%s)".formatted(reason, Figures.measure(score.value()));
    }

    /** The round of the newest verdict. */
    private static int judged(CurrentRound round) {
        return round.aggregate() != null || !round.rejected().isEmpty()
                ? round.number()
                : round.number() - 1;
    }
}
