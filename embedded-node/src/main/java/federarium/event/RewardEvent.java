package federarium.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who contributed what, who earned what for it, and who finds it too little. */
public sealed interface RewardEvent extends FederationEvent {

    /**
     * The round's updates were valued by a rule, whether that rule pays or is only compared.
     *
     * @param rule as the scenario names it
     * @param coalitions how a coalition's model was made, {@code fixed} or {@code renormalised};
     *     null where the rule asks for none
     * @param utility what a model was valued by, {@code accuracy} or {@code loss}; null likewise
     * @param before the utility of the round's starting model
     * @param after that of the model with all updates
     * @param evaluations how many different coalitions were measured
     * @param contributions of those whose update was there, in client order
     */
    record ContributionsScored(
            int round,
            String rule,
            @Nullable String coalitions,
            @Nullable String utility,
            @Nullable Double before,
            @Nullable Double after,
            int evaluations,
            List<Contribution> contributions)
            implements RewardEvent {}

    /**
     * What an update was worth by a rule.
     *
     * @param spread standard deviation of the score over repeats with other draws; null where the
     *     rule draws nothing
     * @param credits what the rule pays for it of the round's pot, negative where that costs
     */
    record Contribution(String node, double score, @Nullable Double spread, double credits) {}

    /**
     * The round's pot was shared out.
     *
     * @param rule by which
     * @param pot what there was to share; what nobody earned stays in it
     * @param payments to those whose update was there, in client order
     */
    record CreditsPaid(int round, String rule, double pot, List<Payment> payments)
            implements RewardEvent {}

    /**
     * What a node was paid.
     *
     * @param total of all rounds so far
     */
    record Payment(String node, double credits, double total) {}

    /**
     * A node found its pay too low for what its rounds cost it, and takes no part from the next
     * round on.
     *
     * @param earned credits a round, over its last rounds
     * @param cost of a round, in credits
     */
    record NodeWithdrew(int round, String node, double earned, double cost)
            implements RewardEvent {}

    /**
     * A node that had left expects its cost to be paid, and takes part again from the next round
     * on.
     *
     * @param offer credits of an equal share of the pot, were it one of those who share it
     * @param cost of a round to it, in credits
     */
    record NodeReturned(int round, String node, double offer, double cost) implements RewardEvent {}
}
