package federarium.aggregation;

/**
 * Adam at the server (Reddi et al., "Adaptive federated optimization", ICLR 2021).
 *
 * <p>m ← β₁ m + (1 − β₁) Δ, v ← β₂ v + (1 − β₂) Δ², x ← x + η m ÷ (√v + τ), from m = 0 and v = τ²,
 * without bias correction.
 *
 * @param serverLearningRate η
 * @param beta1 β₁, from 0 to below 1
 * @param beta2 β₂, from 0 to below 1
 * @param tau τ, above 0
 */
public record FedAdam(double serverLearningRate, double beta1, double beta2, double tau)
        implements AggregationRule {

    @Override
    public Aggregate aggregate(Gathered gathered) {
        return new AdaptiveStep(serverLearningRate, beta1, tau)
                .take(gathered, (v, squared) -> beta2 * v + (1 - beta2) * squared);
    }
}
