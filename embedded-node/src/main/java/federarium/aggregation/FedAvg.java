package federarium.aggregation;

/**
 * Federated averaging (McMahan et al., "Communication-efficient learning of deep networks from
 * decentralized data", AISTATS 2017), and FedSGD of the same paper, where every client takes one
 * step on all its rows.
 *
 * <p>x ← x + η Σ p_k Δ_k with p_k = n_k ÷ Σ n.
 *
 * @param serverLearningRate η
 */
public record FedAvg(double serverLearningRate) implements AggregationRule {

    @Override
    public Aggregate aggregate(Gathered gathered) {
        double[] shares = gathered.sharesOfExamples();
        float[] step = WeightedSum.of(gathered.updates(), shares);
        return gathered.moved(step, serverLearningRate, Carried.NONE, gathered.weighted(shares));
    }
}
