package federarium.model;

import federarium.update.Weights;
import java.util.Arrays;

/** A model as one client trains it: flat parameters in and out, SGD steps between. */
public interface LocalModel {

    int parameters();

    /** Copies parameters in; the layout per layer is W[in][out] row-major, then b[out]. */
    void load(Weights parameters);

    /** Copies parameters out, in the layout of {@link #load}. */
    void store(float[] target);

    /** One step of SGD on the batch's mean gradient; returns the mean loss before the step. */
    double step(Batch batch, float learningRate);

    /** Adds scale times the batch's mean gradient into the flat target; returns the mean loss. */
    double gradient(Batch batch, float scale, float[] target);

    /**
     * Adds scale · Σ_i g_i · min(1, C ÷ ‖g_i‖₂) into the flat target, g_i being the gradient of row
     * i's loss: no row moves the sum by more than C. Abadi et al., "Deep learning with differential
     * privacy", CCS 2016.
     *
     * <p>This one takes the rows one at a time; a model that can does better.
     *
     * @param clipNorm C, above 0
     * @return the mean loss
     */
    default double clippedGradient(Batch batch, double clipNorm, float scale, float[] target) {
        Batch one = new Batch(1, batch.width());
        float[] gradient = new float[parameters()];
        double loss = 0;
        for (int row = 0; row < batch.size(); row++) {
            one.copyRow(batch, row);
            Arrays.fill(gradient, 0);
            loss += gradient(one, 1, gradient);
            double square = 0;
            for (float each : gradient) {
                square += (double) each * each;
            }
            float kept = scale * Clip.factor(square, clipNorm);
            for (int i = 0; i < gradient.length; i++) {
                target[i] += kept * gradient[i];
            }
        }
        return loss / batch.size();
    }

    /** parameters += scale · direction, which is in the layout of {@link #load}. */
    void move(float scale, float[] direction);

    /** Class probabilities of the batch, row-major [size][classes]. */
    void predict(Batch batch, float[] probabilities);

    /**
     * L(θ), whatever part of the prediction of some rows is linear in the parameters: by it, many
     * models that are sums of a few are predicted on the same rows with that part done beforehand.
     *
     * <p>This one does nothing beforehand; a model that can does better.
     *
     * @param rows the same for all that is added up; not kept
     */
    default Weights prepare(Batch rows, Weights parameters) {
        return parameters;
    }

    /** {@link #predict} from L(θ) instead of θ; what the model held is overwritten. */
    default void predictPrepared(Batch rows, Weights prepared, float[] probabilities) {
        load(prepared);
        predict(rows, probabilities);
    }
}
