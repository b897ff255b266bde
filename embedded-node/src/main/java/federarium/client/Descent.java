package federarium.client;

import federarium.model.Batch;
import federarium.model.LocalModel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes the steps of one training: y ← y − η · d, where d is what the optimizer makes of g(y) +
 * a(y), the batch's mean gradient and what is added to it.
 *
 * <p>Where it makes nothing of it, the model takes its own fused step along g.
 */
final class Descent {
    private final float rate;
    private final @Nullable Pull pull;
    private final @Nullable Direction direction;
    private final float[] gradient;

    /**
     * @param size of the gradients that it writes down; 0 where the model takes all steps itself
     */
    Descent(float rate, @Nullable Pull pull, @Nullable Direction direction, int size) {
        this.rate = rate;
        this.pull = pull;
        this.direction = direction;
        this.gradient = new float[size];
    }

    /** One step; returns the mean loss before it. */
    double step(LocalModel model, Batch batch) {
        if (direction == null) {
            return plain(model, batch);
        }
        Arrays.fill(gradient, 0);
        double loss = model.gradient(batch, 1, gradient);
        follow(model);
        return loss;
    }

    /** One step on rows that were drawn for it; returns their mean loss before it. */
    double step(LocalModel model, Batch batch, RowPrivacy privacy, int expected) {
        Arrays.fill(gradient, 0);
        double loss = privacy.gradient(model, batch, expected, gradient);
        follow(model);
        return loss;
    }

    private void follow(LocalModel model) {
        if (pull != null) {
            float[] added = pull.at(model);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += added[i];
            }
        }
        if (direction != null) {
            direction.turn(gradient);
        }
        model.move(-rate, gradient);
    }

    private double plain(LocalModel model, Batch batch) {
        if (pull == null) {
            return model.step(batch, rate);
        }
        float[] added = pull.at(model);
        double loss = model.step(batch, rate);
        model.move(-rate, added);
        return loss;
    }
}
