package federarium.aggregation;

import java.util.List;

/**
 * Krum (Blanchard et al., "Machine learning with adversaries: Byzantine tolerant gradient descent",
 * NeurIPS 2017).
 *
 * <p>x ← x + η Δ_k for the k with the lowest score, the sum of ‖Δ_k − Δ_j‖² over its n − f − 2
 * nearest j; of two equal scores the lower client's. Holds against f of n ≥ 2f + 3 clients; with
 * fewer updates in a round the model stays as it is.
 *
 * @param serverLearningRate η
 * @param byzantine f
 */
public record Krum(double serverLearningRate, int byzantine) implements AggregationRule {

    /** The fewest updates it works with, 2f + 3. */
    public static int fewest(int byzantine) {
        return 2 * byzantine + 3;
    }

    @Override
    public Aggregate aggregate(Gathered gathered) {
        int n = gathered.count();
        if (n < fewest(byzantine)) {
            return gathered.refused(
                    "Krum with f = %d needs %d updates, and %d came"
                            .formatted(byzantine, fewest(byzantine), n));
        }
        double[] scores = KrumScores.of(gathered).all(n - byzantine - 2);
        List<Integer> chosen = KrumScores.lowest(scores, 1);
        return gathered.moved(
                gathered.delta(chosen.getFirst()).toArray(),
                serverLearningRate,
                Carried.NONE,
                KrumScores.verdicts(
                        gathered, chosen, 1, scores, "its Krum score is not the lowest"));
    }
}
