package federarium.model.vector;

import federarium.model.Batch;
import java.util.Random;

/** Small random models and batches, the same for the same seed. */
final class Samples {
    private Samples() {}

    static Batch batch(int size, int features, int classes, long seed) {
        Random random = new Random(seed);
        Batch batch = new Batch(size, features);
        batch.size(size);
        for (int i = 0; i < size * features; i++) {
            batch.features()[i] = (float) random.nextGaussian();
        }
        for (int row = 0; row < size; row++) {
            batch.labels()[row] = random.nextInt(classes);
        }
        return batch;
    }

    /** Rows like standardised pictures: all of the first two thirds of the columns is paper. */
    static Batch onPaper(float paper, int size, int features, int classes, long seed) {
        Batch batch = batch(size, features, classes, seed);
        for (int i = 0; i < size * features; i++) {
            if (i % features < 2 * features / 3) {
                batch.features()[i] = paper;
            }
        }
        return batch;
    }

    static float[] parameters(int count, long seed) {
        Random random = new Random(seed);
        float[] parameters = new float[count];
        for (int i = 0; i < count; i++) {
            parameters[i] = (float) random.nextGaussian() * .5f;
        }
        return parameters;
    }
}
