package federarium.incentive;

import federarium.update.Weights;
import java.util.List;

/**
 * The models that coalitions of a round's updates make: x + η Σ_{k∈S} c_k Δ_k, with c_k as the
 * {@link CoalitionModel} says; x for the empty one. Each is made from the start in client order, in
 * float32, so that its bits depend on the coalition alone, and those of all updates under fixed
 * weights are federated averaging's.
 *
 * <p>All of it is linear: where x and Δ are what a linear map makes of the parameters, so are the
 * models.
 *
 * @param start x
 * @param rate η
 * @param updates Δ_k, in client order
 * @param weights w_k, at least 0: what the round's rule gave, 0 where it refused the update
 */
public record RoundModels(
        Weights start,
        double rate,
        List<Weights> updates,
        double[] weights,
        CoalitionModel coalitions) {
    /** So many sums stay in a first-level cache while the updates stream past. */
    private static final int BLOCK = 2048;

    /** The same round under another model of coalitions. */
    public RoundModels with(CoalitionModel other) {
        return new RoundModels(start, rate, updates, weights, other);
    }

    public Weights of(Coalition coalition) {
        double[] shares = coalitions.weights(coalition, weights);
        float[] step = new float[start.size()];
        float[] model = start.toArray();
        for (int from = 0; from < step.length; from += BLOCK) {
            int to = Math.min(step.length, from + BLOCK);
            for (int k = 0; k < shares.length; k++) {
                if (shares[k] != 0) {
                    updates.get(k).addTo(step, (float) shares[k], from, to);
                }
            }
        }
        Weights.owning(step).addTo(model, (float) rate);
        return Weights.owning(model);
    }

    /** The updates without which every coalition makes the same model. */
    public Coalition needed() {
        Coalition needed = Coalition.NONE;
        for (int k = 0; k < weights.length; k++) {
            boolean moves = coalitions == CoalitionModel.RENORMALISED || !isZero(updates.get(k));
            if (weights[k] != 0 && moves) {
                needed = needed.with(k);
            }
        }
        return needed;
    }

    private static boolean isZero(Weights update) {
        return update.norm() == 0;
    }
}
