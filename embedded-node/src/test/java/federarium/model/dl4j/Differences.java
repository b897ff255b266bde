package federarium.model.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.model.Batch;
import federarium.model.LocalModel;
import federarium.update.Weights;

/** Compares a gradient with (f(x + h) − f(x − h)) ÷ 2h, where f is the mean loss. */
final class Differences {
    private static final float H = 1f / 1024;

    private Differences() {}

    static void check(LocalModel model, float[] parameters, Batch batch, long seed) {
        model.load(Weights.copyOf(parameters));
        float[] gradient = Rows.gradient(model, batch);
        for (int i = 0; i < parameters.length; i++) {
            double difference =
                    (loss(model, parameters, i, H, batch) - loss(model, parameters, i, -H, batch))
                            / (2 * H);
            assertEquals(difference, gradient[i], 5e-4, "parameter " + i + ", seed " + seed);
        }
    }

    private static double loss(
            LocalModel model, float[] parameters, int index, float h, Batch batch) {
        float[] moved = parameters.clone();
        moved[index] += h;
        model.load(Weights.copyOf(moved));
        return model.gradient(batch, 1, new float[parameters.length]);
    }
}
