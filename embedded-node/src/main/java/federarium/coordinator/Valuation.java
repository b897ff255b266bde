package federarium.coordinator;

import federarium.scenario.Incentive;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.List;

/**
 * A round's updates as they are valued: the model of all of them is x + η Σ w_k Δ_k.
 *
 * @param model x
 * @param rate η
 * @param updates those that the rule was given, in client order
 * @param weights w_k that it gave them, 0 where it refused one
 * @param seed of the streams that validation rows and orders are drawn with
 */
public record Valuation(
        int round,
        Incentive incentive,
        Weights model,
        double rate,
        List<ClientUpdate> updates,
        double[] weights,
        long seed) {

    /**
     * What a rule makes of them.
     *
     * @param scores by position
     * @param spread of each score over repeats, or empty where the rule draws nothing
     * @param before utility of x
     * @param after utility of the model of all
     */
    public record Scores(
            Incentive.Pay rule,
            Incentive.Coalitions coalitions,
            double before,
            double after,
            int evaluations,
            List<Double> scores,
            List<Double> spread) {}
}
