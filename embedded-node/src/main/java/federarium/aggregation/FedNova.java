package federarium.aggregation;

import federarium.update.ClientUpdate;

/**
 * Normalised averaging (Wang et al., "Tackling the objective inconsistency problem in heterogeneous
 * federated optimization", NeurIPS 2020), for clients that take plain gradient steps.
 *
 * <p>x ← x − η τ_eff Σ p_k d_k with d_k = (x − y_k) ÷ τ_k and τ_eff = Σ p_k τ_k, where τ_k is the
 * number of steps that client k took: whoever takes more steps does not pull harder. With equal
 * steps it is {@link FedAvg}, bit for bit.
 *
 * @param serverLearningRate η
 */
public record FedNova(double serverLearningRate) implements AggregationRule {

    @Override
    public Aggregate aggregate(Gathered gathered) {
        double examples = 0;
        double steps = 0;
        for (ClientUpdate update : gathered.updates()) {
            examples += update.examples();
            steps += (double) update.examples() * update.steps();
        }
        double effective = steps / examples;
        double[] weights = gathered.sharesOfExamples();
        for (int k = 0; k < weights.length; k++) {
            weights[k] *= effective / gathered.updates().get(k).steps();
        }
        float[] step = WeightedSum.of(gathered.updates(), weights);
        return gathered.moved(step, serverLearningRate, Carried.NONE, gathered.weighted(weights));
    }
}
