package federarium.aggregation;

import federarium.update.Weights;
import java.util.Arrays;

/**
 * The geometric median, RFA (Pillutla, Kakade and Harchaoui, "Robust aggregation for federated
 * learning", IEEE Transactions on Signal Processing 2022), by the smoothed Weiszfeld algorithm.
 *
 * <p>x ← x + η z, where z minimises Σ ‖z − Δ_k‖: from the mean on, z ← Σ w_k Δ_k ÷ Σ w_k with w_k =
 * 1 ÷ max(ν, ‖z − Δ_k‖), ν = 10⁻⁵, at most 4 times, until the sum of distances changes by less than
 * 10⁻⁶ of itself. Every client counts alike: how many examples it has is its own claim. Holds
 * against fewer than half of the clients.
 *
 * @param serverLearningRate η
 */
public record GeometricMedian(double serverLearningRate) implements AggregationRule {
    private static final int PASSES = 4;
    private static final double SMOOTHING = 1e-5;
    private static final double TOLERANCE = 1e-6;

    @Override
    public Aggregate aggregate(Gathered gathered) {
        double[] weights = gathered.equalShares();
        float[] centre = WeightedSum.of(gathered.updates(), weights);
        double[] distances = distances(gathered, centre);
        for (int pass = 0; pass < PASSES; pass++) {
            double before = Arrays.stream(distances).sum();
            weights = weights(distances);
            centre = WeightedSum.of(gathered.updates(), weights);
            distances = distances(gathered, centre);
            if (Math.abs(before - Arrays.stream(distances).sum()) <= TOLERANCE * before) {
                break;
            }
        }
        return gathered.moved(
                centre,
                serverLearningRate,
                Carried.NONE,
                gathered.weighted(weights, "distance", distances));
    }

    private static double[] weights(double[] distances) {
        double[] weights =
                Arrays.stream(distances).map(each -> 1 / Math.max(SMOOTHING, each)).toArray();
        double total = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(each -> each / total).toArray();
    }

    private static double[] distances(Gathered gathered, float[] centre) {
        Weights point = Weights.copyOf(centre);
        return gathered.updates().stream()
                .mapToDouble(update -> update.delta().distance(point))
                .toArray();
    }
}
