package federarium.aggregation;

import federarium.update.ClientUpdate;
import federarium.update.Slice;
import federarium.update.Slices;
import federarium.update.Weights;
import java.util.List;

/**
 * HeteroFL (Diao, Ding, Tarokh, "HeteroFL: Computation and communication efficient federated
 * learning for heterogeneous clients", ICLR 2021): clients train narrower models, each a slice of
 * the global one, and every parameter is averaged over those that have it.
 *
 * <p>x_i ← x_i + η Σ_{k ∈ H_i} n_k Δ_{k,i} ÷ Σ_{k ∈ H_i} n_k, where H_i are the round's clients
 * whose slice holds parameter i; one that nobody holds stays as it is. Where everybody has the
 * whole model this is {@link FedAvg}, bit for bit. The paper averages with equal weights; these are
 * FedAvg's. A client's weight in the verdicts is the one that it has where all hold a parameter.
 *
 * <p>Of the paper, these are left out. Its scaler, which divides a hidden layer's outputs by the
 * width while training, stands before a static batch normalization that takes the scale away again;
 * these models have none, and with two layers of width 1/16 the outputs would be 256 times as
 * large. Its masked cross-entropy, which leaves out the classes that a client has no rows of, is a
 * remedy for skewed labels at any width: with it, width 1 for all would not be FedAvg.
 *
 * @param serverLearningRate η
 * @param slices which parameters a client has; its update holds these alone
 */
public record WidthAveraging(double serverLearningRate, Slices slices) implements AggregationRule {

    @Override
    public Aggregate aggregate(Gathered gathered) {
        float[] step = step(gathered.updates(), gathered.model().size());
        return gathered.moved(
                step,
                serverLearningRate,
                Carried.NONE,
                gathered.weighted(gathered.sharesOfExamples()));
    }

    private float[] step(List<ClientUpdate> updates, int size) {
        long[] holders = examplesBehindEach(updates, size);
        float[] step = new float[size];
        for (ClientUpdate update : updates) {
            Weights delta = update.delta();
            int next = 0;
            for (Slice.Range range : slices.of(update.client()).ranges()) {
                for (int i = range.from(); i < range.to(); i++) {
                    float share = (float) ((double) update.examples() / holders[i]);
                    step[i] += share * delta.get(next++);
                }
            }
        }
        return step;
    }

    /** Σ_{k ∈ H_i} n_k. */
    private long[] examplesBehindEach(List<ClientUpdate> updates, int size) {
        long[] holders = new long[size];
        for (ClientUpdate update : updates) {
            for (Slice.Range range : slices.of(update.client()).ranges()) {
                for (int i = range.from(); i < range.to(); i++) {
                    holders[i] += update.examples();
                }
            }
        }
        return holders;
    }
}
