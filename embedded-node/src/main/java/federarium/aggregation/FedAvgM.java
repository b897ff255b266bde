package federarium.aggregation;

import federarium.update.Weights;

/**
 * Federated averaging with momentum at the server (Hsu, Qi and Brown, "Measuring the effects of
 * non-identical data distribution for federated visual classification", 2019).
 *
 * <p>v ← β v + Σ p_k Δ_k, x ← x + η v, from v = 0. With β = 0 it is {@link FedAvg}, bit for bit.
 *
 * @param serverLearningRate η
 * @param momentum β, from 0 to below 1
 */
public record FedAvgM(double serverLearningRate, double momentum) implements AggregationRule {
    private static final String VELOCITY = "v";

    @Override
    public Aggregate aggregate(Gathered gathered) {
        double[] shares = gathered.sharesOfExamples();
        float[] velocity = WeightedSum.of(gathered.updates(), shares);
        Weights before = gathered.carried().get(VELOCITY);
        if (before != null && momentum != 0) {
            before.addTo(velocity, (float) momentum);
        }
        return gathered.moved(
                velocity,
                serverLearningRate,
                Carried.of(VELOCITY, velocity),
                gathered.weighted(shares));
    }
}
