package federarium.aggregation;

import federarium.update.ClientUpdate;

/**
 * Normalised averaging (Wang et al., "Tackling the objective inconsistency problem in heterogeneous
 * federated optimization", NeurIPS 2020).
 *
 * <p>x ← x − η τ_eff Σ p_k d_k with d_k = (x − y_k) ÷ ‖a_k‖₁ and τ_eff = Σ p_k ‖a_k‖₁. a_k says how
 * much each of the τ_k gradients of client k is in x − y_k, in units of the local rate: whoever
 * takes more steps does not pull harder. Plain steps have ‖a_k‖₁ = τ_k; with equal steps it is
 * {@link FedAvg}, bit for bit.
 *
 * @param serverLearningRate η
 * @param momentum β of the local steps
 * @param pull η_l μ, how much of the way back to x a local step goes under FedProx
 */
public record FedNova(double serverLearningRate, double momentum, double pull)
        implements AggregationRule {

    /** For clients that take plain gradient steps. */
    public FedNova(double serverLearningRate) {
        this(serverLearningRate, 0, 0);
    }

    @Override
    public Aggregate aggregate(Gathered gathered) {
        double examples = 0;
        double reached = 0;
        for (ClientUpdate update : gathered.updates()) {
            examples += update.examples();
            reached += update.examples() * reach(update.steps());
        }
        double effective = reached / examples;
        double[] weights = gathered.sharesOfExamples();
        for (int k = 0; k < weights.length; k++) {
            weights[k] *= effective / reach(gathered.updates().get(k).steps());
        }
        float[] step = WeightedSum.of(gathered.updates(), weights);
        return gathered.moved(step, serverLearningRate, Carried.NONE, gathered.weighted(weights));
    }

    /**
     * ‖a‖₁ after so many steps: how far they lead where every gradient is 1. The entries of a add
     * up to that, and none is negative as long as η_l μ ≤ (1 − √β)²; beyond that a scenario is
     * refused.
     */
    double reach(int steps) {
        if (momentum == 0 && pull == 0) {
            return steps;
        }
        double velocity = 0;
        double reach = 0;
        for (int step = 0; step < steps; step++) {
            velocity = momentum * velocity + 1 - pull * reach;
            reach += velocity;
        }
        return reach;
    }
}
