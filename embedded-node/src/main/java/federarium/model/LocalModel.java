package federarium.model;

import federarium.update.Weights;

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

    /** parameters += scale · direction, which is in the layout of {@link #load}. */
    void move(float scale, float[] direction);

    /** Class probabilities of the batch, row-major [size][classes]. */
    void predict(Batch batch, float[] probabilities);
}
