package federarium.projection;

import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.PersonalModelsMeasured;
import federarium.event.FederationEvent.RoundCosted;
import federarium.event.PrivacyEvent.PrivacySpent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One point of the curves: a round as it ended.
 *
 * @param cohort ids of the nodes that were chosen
 * @param rejected ids of the nodes whose update is not in the aggregate
 * @param evaluation the new global model, measured
 * @param personal the nodes' own models, measured, where they have some
 * @param bytesUp payload bytes of this round from the nodes
 * @param bytesDown payload bytes of this round to the nodes
 * @param virtualSeconds simulated, from the start of the run to the end of this round
 * @param privacy what the round told of whom its noise hides, where somebody was charged
 * @param findings what the round showed of its updates
 * @param epsilon spent by the end of this round by the node that has spent most, where one has
 * @param cost what the round cost on simulated devices, or null in a log that does not say
 */
public record RoundPoint(
        int round,
        List<String> cohort,
        List<String> rejected,
        ModelEvaluated evaluation,
        @Nullable PersonalModelsMeasured personal,
        long bytesUp,
        long bytesDown,
        double virtualSeconds,
        @Nullable RoundCosted cost,
        @Nullable PrivacySpent privacy,
        @Nullable Double epsilon,
        Findings findings) {

    /** A round that took no time and cost nothing. */
    public RoundPoint(
            int round,
            List<String> cohort,
            List<String> rejected,
            ModelEvaluated evaluation,
            long bytesUp,
            long bytesDown) {
        this(
                round,
                cohort,
                rejected,
                evaluation,
                null,
                bytesUp,
                bytesDown,
                0,
                null,
                null,
                null,
                Findings.NONE);
    }
}
