package federarium.aggregation;

import federarium.update.Weights;
import java.util.List;

/**
 * FLTrust (Cao et al., "FLTrust: Byzantine-robust federated learning via trust bootstrapping", NDSS
 * 2021): updates are trusted as far as they point where the coordinator's own does.
 *
 * <p>x ← x + η Σ t_k Δ_k ‖Δ_0‖ ÷ ‖Δ_k‖ ÷ Σ t_k with trust t_k = max(0, cos(Δ_k, Δ_0)). Where nobody
 * is trusted, the model stays as it is.
 *
 * @param serverLearningRate η
 * @param root Δ_0, from training on the coordinator's own examples
 */
public record FlTrust(double serverLearningRate, Weights root) implements AggregationRule {

    @Override
    public Aggregate aggregate(Gathered gathered) {
        int n = gathered.count();
        double length = root.norm();
        double[] cosines = new double[n];
        double[] weights = new double[n];
        double trust = 0;
        for (int k = 0; k < n; k++) {
            Weights delta = gathered.delta(k);
            double norm = delta.norm();
            double cosine = root.dot(delta) / (length * norm);
            cosines[k] = Double.isFinite(cosine) ? cosine : 0;
            if (cosines[k] > 0) {
                trust += cosines[k];
                weights[k] = cosines[k] * length / norm;
            }
        }
        for (int k = 0; k < n; k++) {
            weights[k] = weights[k] == 0 ? 0 : weights[k] / trust;
        }
        return gathered.moved(
                WeightedSum.of(gathered.updates(), weights),
                serverLearningRate,
                Carried.NONE,
                verdicts(gathered, cosines, weights));
    }

    private static List<Aggregate.Verdict> verdicts(
            Gathered gathered, double[] cosines, double[] weights) {
        return gathered.verdicts(k -> {
            int client = gathered.updates().get(k).client();
            Aggregate.Score score = new Aggregate.Score("cosine", cosines[k]);
            return cosines[k] > 0
                    ? Aggregate.Verdict.taken(client, weights[k], score)
                    : Aggregate.Verdict.refused(
                            client,
                            score,
                            "does not point where the coordinator's own update does");
        });
    }
}
