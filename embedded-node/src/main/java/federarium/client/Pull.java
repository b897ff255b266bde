package federarium.client;

import federarium.model.LocalModel;
import federarium.scenario.Training;
import federarium.update.Controls;
import federarium.update.Weights;
import org.jspecify.annotations.Nullable;

/**
 * What a step adds to its gradient at parameters y: a(y) = μ(y − x) + λy − (c_k − c), the pulls of
 * FedProx and of weight decay, and the correction of SCAFFOLD. One training's own.
 */
final class Pull {
    private final float mu;
    private final float decay;
    private final float[] anchor;
    private final float[] correction;
    private final float[] sum;

    private Pull(float mu, float decay, float[] anchor, float[] correction, int size) {
        this.mu = mu;
        this.decay = decay;
        this.anchor = anchor;
        this.correction = correction;
        this.sum = new float[size];
    }

    /** The pull of a training that is drawn to x; null where nothing is to be added. */
    static @Nullable Pull of(Training training, Weights x, @Nullable Controls controls) {
        float mu = (float) training.proximalMu();
        float decay = (float) training.weightDecay();
        if (mu == 0 && decay == 0 && controls == null) {
            return null;
        }
        float[] correction = controls == null ? new float[0] : controls.correction().toArray();
        return new Pull(mu, decay, mu == 0 ? new float[0] : x.toArray(), correction, x.size());
    }

    /** a(y) at what the model holds; overwritten by the next call. */
    float[] at(LocalModel model) {
        if (mu == 0 && decay == 0) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] = -correction[i];
            }
            return sum;
        }
        model.store(sum);
        for (int i = 0; i < sum.length; i++) {
            float y = sum[i];
            sum[i] = decay * y;
            if (mu != 0) {
                sum[i] += mu * (y - anchor[i]);
            }
            if (correction.length > 0) {
                sum[i] -= correction[i];
            }
        }
        return sum;
    }
}
