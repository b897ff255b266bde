package federarium.client;

import federarium.model.Batch;
import federarium.model.LocalModel;
import federarium.privacy.noise.Noise;
import federarium.update.Weights;
import java.util.Arrays;

/**
 * What DP-SGD makes of a step's gradient: (Σ_i g_i · min(1, C ÷ ‖g_i‖) + N(0, σ²C²)) ÷ B, over the
 * rows that were drawn, B being how many are expected. Abadi et al., "Deep learning with
 * differential privacy", CCS 2016.
 *
 * @param clipNorm C
 * @param noiseMultiplier σ
 */
public record RowPrivacy(double clipNorm, double noiseMultiplier, Noise noise) {

    /**
     * Fills the target, which holds zeros, and returns the rows' mean loss.
     *
     * @param batch what was drawn, which may be nothing
     * @param expected B
     */
    double gradient(LocalModel model, Batch batch, int expected, float[] target) {
        double loss = batch.size() == 0 ? 0 : model.clippedGradient(batch, clipNorm, 1, target);
        Weights noised = noise.addTo(Weights.copyOf(target), noiseMultiplier, clipNorm);
        Arrays.fill(target, 0);
        noised.addTo(target, 1f / expected);
        return loss;
    }
}
