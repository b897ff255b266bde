package federarium.aggregation;

import federarium.aggregation.Aggregate.Score;
import federarium.aggregation.Aggregate.Verdict;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.List;

/**
 * Every update on its own, as it arrives (Xie, Koyejo, Gupta, "Asynchronous federated
 * optimization", 2019).
 *
 * <p>x ← (1 − α_t) x + α_t y with y = x_τ + Δ, the client's model, and α_t = α · s(t − τ), computed
 * afresh for each update.
 *
 * @param alpha α, above 0 and at most 1
 */
public record FedAsync(double alpha, Staleness staleness) {

    /**
     * Mixes one update in; its weight is α_t and its score t − τ.
     *
     * @param model x, of today
     * @param sent x_τ, that the client trained from
     * @param versions t − τ
     */
    public Aggregate aggregate(
            Weights model, Weights sent, ClientUpdate update, int versions, Carried carried) {
        double weight = alpha * staleness.factor(versions);
        float[] step = sent.toArray();
        update.delta().addTo(step, 1);
        model.addTo(step, -1);
        float[] next = model.toArray();
        Weights.owning(step).addTo(next, (float) weight);
        Score score = new Score("staleness", versions);
        return new Aggregate(
                Weights.owning(next),
                carried,
                List.of(Verdict.taken(update.client(), weight, score)));
    }
}
