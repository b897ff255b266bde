package federarium.projection;

import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.PersonalModelsMeasured;
import federarium.event.FederationEvent.RoundCosted;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.PrivacyEvent.HiddenUpdateReceived;
import federarium.event.PrivacyEvent.PrivacySpent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The round in progress: who was chosen, and what became of it so far.
 *
 * @param emptyBecause why nobody was chosen, or null where somebody was
 * @param received in the order of the log; several of a node where nodes don't wait for each other
 * @param hidden those of which nothing is seen
 * @param findings what it showed of its updates
 */
public record CurrentRound(
        int number,
        List<String> cohort,
        @Nullable String emptyBecause,
        PVector<UpdateReceived> received,
        PVector<HiddenUpdateReceived> hidden,
        PVector<String> rejected,
        @Nullable RoundCosted cost,
        @Nullable PrivacySpent privacy,
        @Nullable UpdatesAggregated aggregate,
        @Nullable ModelEvaluated evaluation,
        @Nullable PersonalModelsMeasured personal,
        Findings findings) {

    static final CurrentRound NONE = of(new RoundStarted(0, List.of()));

    static CurrentRound of(RoundStarted event) {
        return new CurrentRound(
                event.round(),
                event.cohort(),
                event.emptyBecause(),
                TreePVector.empty(),
                TreePVector.empty(),
                TreePVector.empty(),
                null,
                null,
                null,
                null,
                null,
                Findings.NONE);
    }

    CurrentRound receiving(UpdateReceived event) {
        return new CurrentRound(
                number,
                cohort,
                emptyBecause,
                received.plus(event),
                hidden,
                rejected,
                cost,
                privacy,
                null,
                null,
                null,
                findings);
    }

    CurrentRound receiving(HiddenUpdateReceived event) {
        return new CurrentRound(
                number,
                cohort,
                emptyBecause,
                received,
                hidden.plus(event),
                rejected,
                cost,
                privacy,
                null,
                null,
                null,
                findings);
    }

    CurrentRound refusing(UpdateRejected event) {
        return new CurrentRound(
                number,
                cohort,
                emptyBecause,
                received,
                hidden,
                rejected.plus(event.node()),
                cost,
                privacy,
                null,
                null,
                null,
                findings);
    }

    CurrentRound costing(RoundCosted event) {
        return new CurrentRound(
                number,
                cohort,
                emptyBecause,
                received,
                hidden,
                rejected,
                event,
                privacy,
                null,
                null,
                null,
                findings);
    }

    CurrentRound spending(PrivacySpent event) {
        return new CurrentRound(
                number,
                cohort,
                emptyBecause,
                received,
                hidden,
                rejected,
                cost,
                event,
                aggregate,
                evaluation,
                personal,
                findings);
    }

    CurrentRound combining(UpdatesAggregated event) {
        return new CurrentRound(
                number,
                cohort,
                emptyBecause,
                received,
                hidden,
                rejected,
                cost,
                privacy,
                event,
                null,
                null,
                findings);
    }

    CurrentRound measuring(ModelEvaluated event) {
        return new CurrentRound(
                event.round(),
                cohort,
                emptyBecause,
                received,
                hidden,
                rejected,
                cost,
                privacy,
                aggregate,
                event,
                null,
                findings);
    }

    CurrentRound finding(Findings found) {
        return new CurrentRound(
                number,
                cohort,
                emptyBecause,
                received,
                hidden,
                rejected,
                cost,
                privacy,
                aggregate,
                evaluation,
                personal,
                found);
    }

    CurrentRound measuringOwn(PersonalModelsMeasured event) {
        return new CurrentRound(
                number,
                cohort,
                emptyBecause,
                received,
                hidden,
                rejected,
                cost,
                privacy,
                aggregate,
                evaluation,
                event,
                findings);
    }
}
