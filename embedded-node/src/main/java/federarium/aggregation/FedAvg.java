package federarium.aggregation;

import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * Federated averaging (McMahan et al., "Communication-efficient learning of deep networks from
 * decentralized data", AISTATS 2017).
 *
 * <p>x ← x + η Σ p_k Δ_k with p_k = n_k ÷ Σ n. The sum runs in client order, so the order of
 * arrival does not matter. Without updates, the model stays as it is.
 */
public final class FedAvg {
    private FedAvg() {}

    /**
     * Combines a round's updates.
     *
     * @param global x
     * @param updates in client order, all of the model's size
     * @param serverLearningRate η
     */
    public static Aggregate aggregate(
            Weights global, List<ClientUpdate> updates, double serverLearningRate) {
        if (updates.isEmpty()) {
            return new Aggregate(global, List.of());
        }
        long total = updates.stream().mapToLong(ClientUpdate::examples).sum();
        float[] step = new float[global.size()];
        List<Aggregate.Verdict> verdicts = new ArrayList<>();
        for (ClientUpdate update : updates) {
            double weight = (double) update.examples() / total;
            update.delta().addTo(step, (float) weight);
            verdicts.add(new Aggregate.Verdict(update.client(), weight));
        }
        float[] next = global.toArray();
        Weights.owning(step).addTo(next, (float) serverLearningRate);
        return new Aggregate(Weights.owning(next), List.copyOf(verdicts));
    }
}
