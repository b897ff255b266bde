package federarium.model.vector;

import federarium.model.Batch;
import federarium.model.LocalModel;
import federarium.update.Weights;
import java.util.Arrays;

/**
 * A dense feed-forward classifier with softmax cross-entropy, trained by plain SGD.
 *
 * <p>a₀ = x, aₗ = f(aₗ₋₁ Wₗ + bₗ), p = softmax(a W + b); without hidden layers it is logistic
 * regression. Parameters are flat: per layer W[in][out] row-major, then b[out].
 *
 * <p>The same parameters and batches give the same bits on every machine, with any vector width and
 * from any compiler tier. Not for two threads at once: give each worker its own. Buffers grow with
 * the largest batch seen.
 */
public final class DenseModel implements LocalModel {
    /** Rows predicted at a time: their buffers stay in the second-level cache. */
    private static final int BLOCK = 40;

    private final int inputs;
    private final int classes;
    private final Activation activation;
    private final DenseLayer[] layers;
    private final LayerInput[] layerInputs;
    private final FirstInput firstInput;
    private final int parameters;

    /**
     * A model with all parameters zero.
     *
     * @param hidden units of each hidden layer, none for logistic regression
     * @throws IllegalArgumentException for a layer without units or fewer than two classes
     */
    public DenseModel(int inputs, int[] hidden, int classes, Activation activation) {
        if (inputs < 1 || classes < 2 || Arrays.stream(hidden).anyMatch(units -> units < 1)) {
            throw new IllegalArgumentException(
                    "A classifier needs inputs, units in every layer and two classes or more, not"
                            + " %d → %s → %d".formatted(inputs, Arrays.toString(hidden), classes));
        }
        this.inputs = inputs;
        this.classes = classes;
        this.activation = activation;
        layers = new DenseLayer[hidden.length + 1];
        layerInputs = new LayerInput[layers.length];
        int width = inputs;
        int position = 0;
        for (int l = 0; l < layers.length; l++) {
            layers[l] = new DenseLayer(width, l < hidden.length ? hidden[l] : classes, position);
            position = Math.addExact(position, layers[l].parameters());
            width = l < hidden.length ? hidden[l] : classes;
        }
        parameters = position;
        firstInput = new FirstInput(inputs, layers[0].weightOffsets());
    }

    @Override
    public int parameters() {
        return parameters;
    }

    /** Probabilities in a row of {@link #predict}. */
    public int classes() {
        return classes;
    }

    @Override
    public void load(Weights source) {
        checkParameters("load from", source.size());
        for (DenseLayer layer : layers) {
            layer.load(source);
        }
    }

    @Override
    public void store(float[] target) {
        checkParameters("store into", target.length);
        for (DenseLayer layer : layers) {
            layer.store(target);
        }
    }

    @Override
    public double step(Batch batch, float learningRate) {
        check(batch);
        double loss = forward(batch, firstInput.onBackground(batch));
        float scale = -learningRate / batch.size();
        for (int l = layers.length - 1; l >= 0; l--) {
            backward(l, batch.size());
            layers[l].update(layerInputs[l], batch.size(), scale);
        }
        return loss;
    }

    @Override
    public double gradient(Batch batch, float scale, float[] target) {
        checkParameters("add a gradient to", target.length);
        check(batch);
        double loss = forward(batch, firstInput.nonzero(batch));
        for (int l = layers.length - 1; l >= 0; l--) {
            backward(l, batch.size());
            layers[l].gradient(layerInputs[l], batch.size(), scale / batch.size(), target);
        }
        return loss;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The gradient of a layer's weights by one row is the outer product a δᵀ, so that its norm
     * is ‖a‖·‖δ‖ and no row's gradient needs to be written down (Goodfellow, "Efficient per-example
     * gradient computations", 2015).
     */
    @Override
    public double clippedGradient(Batch batch, double clipNorm, float scale, float[] target) {
        checkParameters("add a gradient to", target.length);
        check(batch);
        double loss = forward(batch, firstInput.nonzero(batch));
        double[] squares = new double[batch.size()];
        for (int l = layers.length - 1; l >= 0; l--) {
            backward(l, batch.size());
            layers[l].addSquaredNorms(layerInputs[l], squares);
        }
        for (int l = 0; l < layers.length; l++) {
            layers[l].shorten(squares, clipNorm);
            layers[l].gradient(layerInputs[l], batch.size(), scale, target);
        }
        return loss;
    }

    @Override
    public void move(float scale, float[] direction) {
        checkParameters("move by", direction.length);
        for (DenseLayer layer : layers) {
            layer.move(scale, direction);
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>A row's probabilities have the same bits whatever batch it comes in.
     */
    @Override
    public void predict(Batch batch, float[] probabilities) {
        batch.requireWidth(inputs);
        if (probabilities.length < batch.size() * classes) {
            throw new IllegalArgumentException(
                    "%d rows of %d probabilities don't fit into an array of %d"
                            .formatted(batch.size(), classes, probabilities.length));
        }
        for (int first = 0; first < batch.size(); first += BLOCK) {
            int size = Math.min(BLOCK, batch.size() - first);
            forward(firstInput.whole(batch, first, size), size);
            top().probabilities(size, probabilities, first * classes);
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>The first layer is linear: L(θ) is its results for the rows, x W + b, [rows][outputs],
     * then the parameters of the other layers. Where that is more than the parameters, so with more
     * rows than inputs, L(θ) is θ.
     */
    @Override
    public Weights prepare(Batch rows, Weights source) {
        rows.requireWidth(inputs);
        if (rows.size() > inputs) {
            return LocalModel.super.prepare(rows, source);
        }
        load(source);
        int first = layers[0].parameters();
        int results = rows.size() * layers[0].outputs();
        float[] prepared = new float[results + parameters - first];
        for (int row = 0; row < rows.size(); row += BLOCK) {
            int size = Math.min(BLOCK, rows.size() - row);
            layers[0].forward(firstInput.whole(rows, row, size), size);
            layers[0].storeResults(size, prepared, row * layers[0].outputs());
        }
        source.copyTo(first, prepared, results, parameters - first);
        return Weights.owning(prepared);
    }

    @Override
    public void predictPrepared(Batch rows, Weights prepared, float[] probabilities) {
        if (rows.size() > inputs) {
            LocalModel.super.predictPrepared(rows, prepared, probabilities);
            return;
        }
        int results = rows.size() * layers[0].outputs();
        for (int l = 1; l < layers.length; l++) {
            layers[l].load(prepared, results - layers[0].parameters());
        }
        for (int row = 0; row < rows.size(); row += BLOCK) {
            int size = Math.min(BLOCK, rows.size() - row);
            layers[0].loadResults(size, prepared, row * layers[0].outputs());
            forwardFromFirst(size);
            top().probabilities(size, probabilities, row * classes);
        }
    }

    /** Runs the batch forward and leaves δ in the top layer. */
    private double forward(Batch batch, LayerInput input) {
        forward(input, batch.size());
        return Softmax.backward(top(), classes, batch.labels(), batch.size());
    }

    private void forward(LayerInput input, int size) {
        layerInputs[0] = input;
        layers[0].forward(input, size);
        forwardFromFirst(size);
    }

    private void forwardFromFirst(int size) {
        for (int l = 1; l < layers.length; l++) {
            layers[l - 1].activate(activation, size);
            layerInputs[l] = layers[l].inputFrom(layers[l - 1]);
            layers[l].forward(layerInputs[l], size);
        }
    }

    /** Hands δ of layer l down, before an update of its weights could change it. */
    private void backward(int l, int size) {
        if (l > 0) {
            layers[l].backward(layers[l - 1], activation, size);
        }
    }

    private void check(Batch batch) {
        batch.requireWidth(inputs);
        batch.requireLabels(classes);
    }

    private DenseLayer top() {
        return layers[layers.length - 1];
    }

    private void checkParameters(String doing, int length) {
        if (length != parameters) {
            throw new IllegalArgumentException(
                    "Can't %s %d numbers: the model has %d parameters"
                            .formatted(doing, length, parameters));
        }
    }
}
