package federarium.aggregation;

import federarium.update.ClientUpdate;

/**
 * The coordinate-wise trimmed mean (Yin et al., "Byzantine-robust distributed learning: towards
 * optimal statistical rates", ICML 2018).
 *
 * <p>x ← x + η z, where z_i is the mean of the i-th values without the ⌊βn⌋ largest and the ⌊βn⌋
 * smallest: holds against ⌊βn⌋ of n clients. Every client counts alike; its weight is its part of
 * the values that were kept. With β = 0 it is the unweighted mean.
 *
 * @param serverLearningRate η
 * @param trim β, from 0 to below ½
 */
public record TrimmedMean(double serverLearningRate, double trim) implements AggregationRule {

    @Override
    public Aggregate aggregate(Gathered gathered) {
        int n = gathered.count();
        // .29 · 100 is 28.999999999999996 in doubles, and 29 are meant.
        int dropped = (int) Math.floor(trim * n + 1e-9);
        MiddleMean middle =
                MiddleMean.of(
                        gathered.updates().stream().map(ClientUpdate::delta).toList(),
                        n - 2 * dropped,
                        (_, _) -> dropped);
        return gathered.moved(
                middle.step(),
                serverLearningRate,
                Carried.NONE,
                gathered.weighted(middle.shares()));
    }
}
