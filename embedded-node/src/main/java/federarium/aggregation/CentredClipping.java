package federarium.aggregation;

import federarium.update.Weights;

/**
 * Centred clipping (Karimireddy, He and Jaggi, "Learning from history for Byzantine robust
 * optimization", ICML 2021), one pass a round.
 *
 * <p>v ← v + mean of (Δ_k − v) · min(1, τ ÷ ‖Δ_k − v‖), x ← x + η v: v begins at the aggregate of
 * the round before, at first at 0.
 *
 * @param serverLearningRate η
 * @param clipNorm τ, above 0
 */
public record CentredClipping(double serverLearningRate, double clipNorm)
        implements AggregationRule {
    private static final String CENTRE = "v";

    @Override
    public Aggregate aggregate(Gathered gathered) {
        Weights before = gathered.carried().get(CENTRE);
        Weights centre = before == null ? Weights.zeros(gathered.model().size()) : before;
        int n = gathered.count();
        double[] distances = new double[n];
        double[] weights = new double[n];
        double kept = 0;
        for (int k = 0; k < n; k++) {
            distances[k] = gathered.delta(k).distance(centre);
            double scale = distances[k] <= clipNorm ? 1 : clipNorm / distances[k];
            weights[k] = scale / n;
            kept += scale;
        }
        float[] next = WeightedSum.of(gathered.updates(), weights);
        centre.addTo(next, (float) (1 - kept / n));
        return gathered.moved(
                next,
                serverLearningRate,
                Carried.of(CENTRE, next),
                gathered.weighted(weights, "distance", distances));
    }
}
