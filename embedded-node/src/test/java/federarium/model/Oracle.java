package federarium.model;

import federarium.update.Weights;

/** A model without parameters whose probabilities are the features, and which counts batches. */
final class Oracle implements LocalModel {
    int largestBatch;

    @Override
    public int parameters() {
        return 0;
    }

    @Override
    public void load(Weights parameters) {}

    @Override
    public void store(float[] target) {}

    @Override
    public double step(Batch batch, float learningRate) {
        throw new UnsupportedOperationException("an oracle knows already");
    }

    @Override
    public double gradient(Batch batch, float scale, float[] target) {
        throw new UnsupportedOperationException("an oracle knows already");
    }

    @Override
    public void move(float scale, float[] direction) {
        throw new UnsupportedOperationException("an oracle knows already");
    }

    @Override
    public void predict(Batch batch, float[] probabilities) {
        largestBatch = Math.max(largestBatch, batch.size());
        System.arraycopy(batch.features(), 0, probabilities, 0, batch.size() * batch.width());
    }
}
