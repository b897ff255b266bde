package federarium.aggregation;

import federarium.update.ClientUpdate;
import federarium.update.Controls;
import federarium.update.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SCAFFOLD (Karimireddy et al., "SCAFFOLD: stochastic controlled averaging for federated learning",
 * ICML 2020), the server's part with option II.
 *
 * <p>x ← x + η · mean of Δ_k, c ← c + (|S| ÷ N) · mean of (c_k⁺ − c_k), every client of the cohort
 * S alike. A client's c_k is the sum of the changes it sent, and the server keeps that beside c: so
 * a node that leaves and comes back, and a run that goes on in a later life, have it. Σ c_k = N c
 * after every round, whoever takes part. An update without a change of its control is refused.
 *
 * @param serverLearningRate η
 * @param clients N, all there are
 */
public record Scaffold(double serverLearningRate, int clients) implements AggregationRule {
    private static final String SERVER = "c";

    /** What a client is to train with; all 0 before its first round. */
    public static Controls controls(Carried carried, int client, int size) {
        return new Controls(
                orZero(carried.get(SERVER), size), orZero(carried.get(own(client)), size));
    }

    private static String own(int client) {
        return SERVER + "." + client;
    }

    private static Weights orZero(@Nullable Weights vector, int size) {
        return vector == null ? Weights.zeros(size) : vector;
    }

    @Override
    public Aggregate aggregate(Gathered gathered) {
        List<ClientUpdate> updates = gathered.updates();
        long taken = updates.stream().filter(update -> update.controlChange() != null).count();
        double[] weights = new double[updates.size()];
        int size = gathered.model().size();
        float[] server = orZero(gathered.carried().get(SERVER), size).toArray();
        Carried carried = gathered.carried();
        for (int k = 0; k < weights.length; k++) {
            Weights change = updates.get(k).controlChange();
            if (change != null) {
                weights[k] = 1.0 / taken;
                change.addTo(server, (float) (1.0 / clients));
                String own = own(updates.get(k).client());
                carried = carried.with(own, orZero(carried.get(own), size).plus(change).toArray());
            }
        }
        return gathered.moved(
                WeightedSum.of(updates, weights),
                serverLearningRate,
                carried.with(SERVER, server),
                gathered.verdicts(k -> verdict(updates.get(k), weights[k])));
    }

    private static Aggregate.Verdict verdict(ClientUpdate update, double weight) {
        return update.controlChange() == null
                ? Aggregate.Verdict.refused(
                        update.client(), null, "sent no change of its control variate")
                : Aggregate.Verdict.taken(update.client(), weight, null);
    }
}
