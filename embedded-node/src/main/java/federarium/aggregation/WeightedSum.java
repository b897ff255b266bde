package federarium.aggregation;

import federarium.update.ClientUpdate;
import java.util.List;

/** Σ w_k Δ_k in float32, each parameter's sum in client order. */
final class WeightedSum {
    /** So many sums stay in a first-level cache while the updates stream past. */
    private static final int BLOCK = 4096;

    private WeightedSum() {}

    /** The sum; an update of weight 0 is not looked at. */
    static float[] of(List<ClientUpdate> updates, double[] weights) {
        float[] sum = new float[updates.getFirst().delta().size()];
        Blocks.each(
                weights.length,
                sum.length,
                BLOCK,
                (from, to) -> {
                    for (int k = 0; k < weights.length; k++) {
                        if (weights[k] != 0) {
                            updates.get(k).delta().addTo(sum, (float) weights[k], from, to);
                        }
                    }
                });
        return sum;
    }
}
