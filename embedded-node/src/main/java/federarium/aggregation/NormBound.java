package federarium.aggregation;

import federarium.update.ClientUpdate;

/**
 * Norm bounding (Sun et al., "Can you really backdoor federated learning?", 2019): nobody moves the
 * model further than M.
 *
 * <p>x ← x + η · mean of Δ_k · min(1, M ÷ ‖Δ_k‖), every client alike: how many examples it has is
 * its own claim.
 *
 * @param serverLearningRate η
 * @param clipNorm M, above 0
 */
public record NormBound(double serverLearningRate, double clipNorm) implements AggregationRule {

    @Override
    public Aggregate aggregate(Gathered gathered) {
        double[] norms =
                gathered.updates().stream()
                        .map(ClientUpdate::delta)
                        .mapToDouble(delta -> delta.norm())
                        .toArray();
        double[] weights = gathered.equalShares();
        for (int k = 0; k < weights.length; k++) {
            weights[k] *= norms[k] <= clipNorm ? 1 : clipNorm / norms[k];
        }
        float[] step = WeightedSum.of(gathered.updates(), weights);
        return gathered.moved(
                step, serverLearningRate, Carried.NONE, gathered.weighted(weights, "norm", norms));
    }
}
