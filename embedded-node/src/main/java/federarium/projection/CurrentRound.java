package federarium.projection;

import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.RoundCosted;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The round in progress: who was chosen, and what became of it so far.
 *
 * @param emptyBecause why nobody was chosen, or null where somebody was
 */
public record CurrentRound(
        int number,
        List<String> cohort,
        @Nullable String emptyBecause,
        PVector<String> rejected,
        @Nullable RoundCosted cost,
        @Nullable UpdatesAggregated aggregate,
        @Nullable ModelEvaluated evaluation) {

    static final CurrentRound NONE = of(new RoundStarted(0, List.of()));

    static CurrentRound of(RoundStarted event) {
        return new CurrentRound(
                event.round(),
                event.cohort(),
                event.emptyBecause(),
                TreePVector.empty(),
                null,
                null,
                null);
    }

    CurrentRound refusing(UpdateRejected event) {
        return new CurrentRound(
                number, cohort, emptyBecause, rejected.plus(event.node()), cost, null, null);
    }

    CurrentRound costing(RoundCosted event) {
        return new CurrentRound(number, cohort, emptyBecause, rejected, event, null, null);
    }

    CurrentRound combining(UpdatesAggregated event) {
        return new CurrentRound(number, cohort, emptyBecause, rejected, cost, event, null);
    }

    CurrentRound measuring(ModelEvaluated event) {
        return new CurrentRound(
                event.round(), cohort, emptyBecause, rejected, cost, aggregate, event);
    }
}
