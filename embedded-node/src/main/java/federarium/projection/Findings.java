package federarium.projection;

import federarium.event.EvidenceEvent.BackdoorMeasured;
import federarium.event.EvidenceEvent.UpdatesCompared;
import federarium.event.RewardEvent.ContributionsScored;
import federarium.event.RewardEvent.CreditsPaid;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What a round showed of its updates beside the model that came of them.
 *
 * @param compared the updates side by side, where they could be seen
 * @param scored what they were worth, by one rule or several
 * @param paid what was paid for them
 * @param backdoor how often the model obeys a trigger, where there may be one
 */
public record Findings(
        @Nullable UpdatesCompared compared,
        PVector<ContributionsScored> scored,
        @Nullable CreditsPaid paid,
        @Nullable BackdoorMeasured backdoor) {
    public static final Findings NONE = new Findings(null, TreePVector.empty(), null, null);

    Findings with(UpdatesCompared event) {
        return new Findings(event, scored, paid, backdoor);
    }

    Findings with(ContributionsScored event) {
        return new Findings(compared, scored.plus(event), paid, backdoor);
    }

    Findings with(CreditsPaid event) {
        return new Findings(compared, scored, event, backdoor);
    }

    Findings with(BackdoorMeasured event) {
        return new Findings(compared, scored, paid, event);
    }
}
