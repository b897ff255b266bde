package federarium.aggregation;

import federarium.update.ClientUpdate;
import federarium.update.ServerControl;
import federarium.update.Weights;
import java.util.List;

/**
 * SCAFFOLD (Karimireddy et al., "SCAFFOLD: stochastic controlled averaging for federated learning",
 * ICML 2020), the server's part with option II.
 *
 * <p>x ← x + η · mean of Δ_k, c ← c + (|S| ÷ N) · mean of (c_k⁺ − c_k), every client of the cohort
 * S alike. c_k stays at its node, which is sent x and c, and sends Δ_k and the change of c_k. Σ c_k
 * = N c after every round, whoever takes part, as long as a node whose update was not taken keeps
 * the c_k it had. An update without a change of its control is refused.
 *
 * @param serverLearningRate η
 * @param clients N, all there are
 */
public record Scaffold(double serverLearningRate, int clients) implements AggregationRule {
    /** Before the round in which c began. */
    private static final String SERVER = "c.";

    /** c as it is sent in a round; all 0, and beginning there, where none is carried on. */
    public static ServerControl control(Carried carried, int round, int size) {
        return carried.named().entrySet().stream()
                .filter(each -> each.getKey().startsWith(SERVER))
                .map(each ->
                        new ServerControl(
                                Integer.parseInt(each.getKey().substring(SERVER.length())),
                                each.getValue()))
                .findFirst()
                .orElseGet(() -> new ServerControl(round, Weights.zeros(size)));
    }

    @Override
    public Aggregate aggregate(Gathered gathered) {
        List<ClientUpdate> updates = gathered.updates();
        long taken = updates.stream().filter(update -> update.controlChange() != null).count();
        double[] weights = new double[updates.size()];
        ServerControl sent =
                control(gathered.carried(), updates.getFirst().round(), gathered.model().size());
        float[] server = sent.vector().toArray();
        for (int k = 0; k < weights.length; k++) {
            Weights change = updates.get(k).controlChange();
            if (change != null) {
                weights[k] = 1.0 / taken;
                change.addTo(server, (float) (1.0 / clients));
            }
        }
        return gathered.moved(
                WeightedSum.of(updates, weights),
                serverLearningRate,
                Carried.of(SERVER + sent.since(), server),
                gathered.verdicts(k -> verdict(updates.get(k), weights[k])));
    }

    private static Aggregate.Verdict verdict(ClientUpdate update, double weight) {
        return update.controlChange() == null
                ? Aggregate.Verdict.refused(
                        update.client(), null, "sent no change of its control variate")
                : Aggregate.Verdict.taken(update.client(), weight, null);
    }
}
