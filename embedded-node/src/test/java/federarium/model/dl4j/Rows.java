package federarium.model.dl4j;

import federarium.model.Batch;
import federarium.model.LocalModel;
import federarium.random.RandomStream;

/** Batches and models that follow from a seed. */
final class Rows {
    private Rows() {}

    static Batch of(int width, float[] features, int... labels) {
        Batch batch = new Batch(labels.length, width);
        System.arraycopy(features, 0, batch.features(), 0, features.length);
        System.arraycopy(labels, 0, batch.labels(), 0, labels.length);
        batch.size(labels.length);
        return batch;
    }

    static Batch random(RandomStream random, int size, int width, int classes) {
        Batch batch = new Batch(size, width);
        fill(batch, random, size, classes);
        return batch;
    }

    static void fill(Batch batch, RandomStream random, int size, int classes) {
        batch.size(size);
        for (int i = 0; i < size * batch.width(); i++) {
            batch.features()[i] = (float) random.nextGaussian();
        }
        for (int row = 0; row < size; row++) {
            batch.labels()[row] = random.nextInt(classes);
        }
    }

    static float[] gaussian(RandomStream random, int length, double deviation) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }

    static float[] stored(LocalModel model) {
        float[] values = new float[model.parameters()];
        model.store(values);
        return values;
    }

    static float[] gradient(LocalModel model, Batch batch) {
        float[] values = new float[model.parameters()];
        model.gradient(batch, 1, values);
        return values;
    }
}
