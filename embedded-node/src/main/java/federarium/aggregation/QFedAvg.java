package federarium.aggregation;

import federarium.update.ClientUpdate;
import java.util.List;

/**
 * q-FedAvg (Li et al., "Fair resource allocation in federated learning", ICLR 2020): the higher a
 * client's loss, the more it weighs.
 *
 * <p>With F_k the loss of x on client k's rows and L = 1 ÷ η_l: Δ'_k = F_k^q L (x − y_k), h_k = q
 * F_k^(q−1) ‖L (x − y_k)‖² + L F_k^q, x ← x − η ΣΔ'_k ÷ Σh_k. With q = 0 it is the unweighted mean.
 * As in the authors' code, F_k is at least 10⁻¹⁰. An update without a loss of 0 or more is refused.
 *
 * @param serverLearningRate η
 * @param q how strongly losses are evened out, from 0
 * @param learningRate η_l, the clients', above 0
 */
public record QFedAvg(double serverLearningRate, double q, double learningRate)
        implements AggregationRule {
    private static final double LOWEST_LOSS = 1e-10;

    @Override
    public Aggregate aggregate(Gathered gathered) {
        List<ClientUpdate> updates = gathered.updates();
        double[] weights = new double[updates.size()];
        double steepness = 0;
        for (int k = 0; k < weights.length; k++) {
            double loss = loss(updates.get(k));
            double power = power(loss);
            if (Double.isFinite(power)) {
                double norm = updates.get(k).delta().norm();
                weights[k] = power;
                // h_k ÷ L; so Δ'_k ÷ L is what it divides.
                steepness += q * StrictMath.pow(loss, q - 1) * norm * norm / learningRate + power;
            }
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] = steepness == 0 ? 0 : weights[k] / steepness;
        }
        return gathered.moved(
                WeightedSum.of(updates, weights),
                serverLearningRate,
                Carried.NONE,
                gathered.verdicts(k -> verdict(updates.get(k), weights[k])));
    }

    /** F_k, or not a number where the client claims none that can be one. */
    private static double loss(ClientUpdate update) {
        Double claimed = update.lossBefore();
        return claimed == null || !(claimed >= 0 && claimed < Double.POSITIVE_INFINITY)
                ? Double.NaN
                : Math.max(claimed, LOWEST_LOSS);
    }

    /** F_k^q; in Java, NaN⁰ is 1. */
    private double power(double loss) {
        return Double.isNaN(loss) ? loss : StrictMath.pow(loss, q);
    }

    private Aggregate.Verdict verdict(ClientUpdate update, double weight) {
        double loss = loss(update);
        if (!Double.isFinite(power(loss))) {
            return Aggregate.Verdict.refused(
                    update.client(), null, "claims a loss of " + update.lossBefore());
        }
        return Aggregate.Verdict.taken(update.client(), weight, new Aggregate.Score("loss", loss));
    }
}
