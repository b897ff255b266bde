package federarium.aggregation;

import federarium.update.ClientUpdate;

/**
 * The coordinate-wise median (Yin et al., "Byzantine-robust distributed learning: towards optimal
 * statistical rates", ICML 2018).
 *
 * <p>x ← x + η z, where z_i is the median of the i-th values, the mean of the middle two where
 * their number is even: holds against fewer than half of the clients. Every client counts alike;
 * its weight is its part of the values that were medians.
 *
 * @param serverLearningRate η
 */
public record Median(double serverLearningRate) implements AggregationRule {

    @Override
    public Aggregate aggregate(Gathered gathered) {
        int n = gathered.count();
        int first = (n - 1) / 2;
        MiddleMean middle =
                MiddleMean.of(
                        gathered.updates().stream().map(ClientUpdate::delta).toList(),
                        n % 2 == 0 ? 2 : 1,
                        (_, _) -> first);
        return gathered.moved(
                middle.step(),
                serverLearningRate,
                Carried.NONE,
                gathered.weighted(middle.shares()));
    }
}
