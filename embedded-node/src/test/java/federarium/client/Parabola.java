package federarium.client;

import federarium.model.Batch;
import federarium.model.LocalModel;
import federarium.update.Weights;

/** A model of one parameter y with the loss y² ÷ 2 on every row, so that its gradient is y. */
final class Parabola implements LocalModel {
    private float y;

    @Override
    public int parameters() {
        return 1;
    }

    @Override
    public void load(Weights parameters) {
        y = parameters.get(0);
    }

    @Override
    public void store(float[] target) {
        target[0] = y;
    }

    @Override
    public double step(Batch batch, float learningRate) {
        double loss = loss();
        y -= learningRate * y;
        return loss;
    }

    @Override
    public double gradient(Batch batch, float scale, float[] target) {
        target[0] += scale * y;
        return loss();
    }

    @Override
    public void move(float scale, float[] direction) {
        y += scale * direction[0];
    }

    @Override
    public void predict(Batch batch, float[] probabilities) {
        throw new UnsupportedOperationException("a parabola predicts nothing");
    }

    private double loss() {
        return y * y / 2;
    }
}
