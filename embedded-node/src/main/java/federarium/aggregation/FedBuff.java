package federarium.aggregation;

import java.util.stream.IntStream;

/**
 * A few updates at a time, whoever they are from (Nguyen et al., "Federated learning with buffered
 * asynchronous aggregation", AISTATS 2022).
 *
 * <p>x ← x + η (1 ÷ K) Σ Δ_i ÷ √(1 + k_i) over the K updates in the buffer, k_i their staleness.
 *
 * @param serverLearningRate η
 */
public record FedBuff(double serverLearningRate) {

    /**
     * Combines a buffer; an update's weight is 1 ÷ (K √(1 + k)), its score k.
     *
     * @param versions k for each update
     */
    public Aggregate aggregate(Gathered gathered, int[] versions) {
        int count = gathered.count();
        double[] weights =
                IntStream.of(versions).mapToDouble(k -> 1 / (count * Math.sqrt(1 + k))).toArray();
        return gathered.moved(
                WeightedSum.of(gathered.updates(), weights),
                serverLearningRate,
                gathered.carried(),
                gathered.weighted(
                        weights, "staleness", IntStream.of(versions).asDoubleStream().toArray()));
    }
}
