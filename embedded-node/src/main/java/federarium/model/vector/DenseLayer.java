package federarium.model.vector;

import federarium.model.Clip;
import federarium.update.Weights;
import jdk.incubator.vector.FloatVector;

/** One fully connected layer, z = x W + b, with the buffers of one batch. */
final class DenseLayer {
    /** Rows of a gradient computed at a time: a block stays in the cache until it is added. */
    private static final int BLOCK = 40;

    private final int inputs;
    private final int outputs;
    private final int position;
    private final Matrix weights;
    private final Matrix bias;
    private final Matrix block;
    private final Matrix shared;
    private final Background background;

    /** z, then the activation of z: [size][outputs]. */
    final Matrix results;

    /** The loss's derivative by z: [size][outputs], zero in the padding. */
    final Matrix delta;

    /** The same, [outputs][size]: lanes run over the batch on the way back. */
    private final Matrix deltaTransposed;

    /** A layer whose parameters begin at {@code position} of the flat layout; all are zero. */
    DenseLayer(int inputs, int outputs, int position) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.position = position;
        weights = new Matrix(inputs, outputs);
        bias = new Matrix(1, outputs);
        block = new Matrix(BLOCK, outputs);
        shared = new Matrix(1, outputs);
        background = new Background(weights, inputs, outputs);
        results = new Matrix(0, outputs);
        delta = new Matrix(0, outputs);
        deltaTransposed = new Matrix(outputs, 0);
    }

    int parameters() {
        return (inputs + 1) * outputs;
    }

    int stride() {
        return weights.stride();
    }

    int outputs() {
        return outputs;
    }

    void load(Weights source) {
        load(source, 0);
    }

    /** Loads from a vector in which the parameters stand so much further behind. */
    void load(Weights source, int shift) {
        background.forget();
        for (int row = 0; row < inputs; row++) {
            source.copyTo(flat(row) + shift, weights.values(), weights.offset(row), outputs);
        }
        source.copyTo(flat(inputs) + shift, bias.values(), 0, outputs);
    }

    void store(float[] target) {
        background.merge();
        for (int row = 0; row < inputs; row++) {
            System.arraycopy(weights.values(), weights.offset(row), target, flat(row), outputs);
        }
        System.arraycopy(bias.values(), 0, target, flat(inputs), outputs);
    }

    /** Adds scale times this layer's part of a flat direction. */
    void move(float scale, float[] direction) {
        background.merge();
        for (int row = 0; row < inputs; row++) {
            addFlat(scale, direction, flat(row), weights.values(), weights.offset(row));
        }
        addFlat(scale, direction, flat(inputs), bias.values(), 0);
    }

    private void addFlat(float scale, float[] source, int from, float[] target, int at) {
        for (int i = 0; i < outputs; i++) {
            target[at + i] += scale * source[from + i];
        }
    }

    /** Where a row of W starts in the flat layout; row {@code inputs} is b. */
    private int flat(int row) {
        return position + row * outputs;
    }

    /** Where the rows of W start, among them spare ones. */
    int[] weightOffsets() {
        return weights.rows().offsets();
    }

    /** The results of the layer below, all columns of them. */
    LayerInput inputFrom(DenseLayer below) {
        return new LayerInput(below.results.strided(), weightOffsets(), inputs);
    }

    /** results = x W + b for {@code size} rows. */
    void forward(LayerInput input, int size) {
        results.shape(size, outputs);
        System.arraycopy(bias.values(), 0, shared.values(), 0, stride());
        background.addPaper(input, shared.values());
        for (int row = 0; row < size; row++) {
            System.arraycopy(shared.values(), 0, results.values(), results.offset(row), stride());
        }
        background.addCommon(input, results, size);
        Rows chosen = new Rows(weights.values(), input.offsets());
        Product.add(1f, input.values(), chosen, results.rows(), size, input.columns(), stride());
    }

    /** The results of {@code size} rows, [size][outputs] without padding, into a flat target. */
    void storeResults(int size, float[] target, int at) {
        for (int row = 0; row < size; row++) {
            int source = results.offset(row);
            System.arraycopy(results.values(), source, target, at + row * outputs, outputs);
        }
    }

    /** Takes what {@link #storeResults} wrote for the results. */
    void loadResults(int size, Weights source, int from) {
        results.shape(size, outputs);
        for (int row = 0; row < size; row++) {
            source.copyTo(from + row * outputs, results.values(), results.offset(row), outputs);
        }
    }

    /** results = f(results). */
    void activate(Activation activation, int size) {
        activation.apply(results.values(), size * stride());
    }

    /** Softmax of the results of the top layer, [size][outputs] from {@code at} on. */
    void probabilities(int size, float[] target, int at) {
        delta.shape(size, outputs);
        for (int row = 0; row < size; row++) {
            int source = results.offset(row);
            Softmax.row(results.values(), source, outputs, delta.values());
            System.arraycopy(delta.values(), source, target, at + row * outputs, outputs);
        }
    }

    /** δ of the layer below = (W δᵀ)ᵀ times the slope of its activation. */
    void backward(DenseLayer below, Activation activation, int size) {
        delta.transposeInto(deltaTransposed, size, outputs);
        Matrix target = below.deltaTransposed;
        target.shape(inputs, size);
        target.clear();
        Product.add(
                1f,
                weights.strided(),
                deltaTransposed.rows(),
                target.rows(),
                inputs,
                outputs,
                target.stride());
        target.transposeInto(below.delta, inputs, size);
        activation.multiplyBySlope(
                below.delta.values(), below.results.values(), size * below.stride());
    }

    /** W += scale · xᵀ δ and b += scale · Σ δ. */
    void update(LayerInput input, int size, float scale) {
        Product.add(
                scale,
                input.values().transposed(),
                delta.rows(),
                new Rows(weights.values(), input.offsets()),
                input.columns(),
                size,
                stride());
        sumDelta(size);
        Background.addScaled(scale, shared.values(), 0, bias.values(), 0, stride());
        background.update(input, delta, shared.values(), size, scale);
    }

    /** Adds scale · (xᵀ δ, Σ δ) to the flat target. */
    void gradient(LayerInput input, int size, float scale, float[] target) {
        Strided values = input.values().transposed();
        for (int first = 0; first < input.columns(); first += BLOCK) {
            int rows = Math.min(BLOCK, input.columns() - first);
            block.clear();
            Product.add(
                    scale, values.from(first), delta.rows(), block.rows(), rows, size, stride());
            for (int row = 0; row < rows; row++) {
                int weightRow = input.offsets()[first + row] / stride();
                addRow(block.values(), block.offset(row), target, flat(weightRow));
            }
        }
        block.clear();
        sumDelta(size);
        Background.addScaled(scale, shared.values(), 0, block.values(), 0, stride());
        addRow(block.values(), 0, target, flat(inputs));
    }

    /** Adds to each row's number ‖(a δᵀ, δ)‖² = (‖a‖² + 1)·‖δ‖², its gradient's by this layer. */
    void addSquaredNorms(LayerInput input, double[] squares) {
        Strided from = input.values();
        for (int row = 0; row < squares.length; row++) {
            double a =
                    squaredNorm(from.values(), from.offset() + row * from.row(), input.columns());
            squares[row] += (a + 1) * squaredNorm(delta.values(), delta.offset(row), outputs);
        }
    }

    /** δ of each row times the factor that its gradient of all layers is to be shortened by. */
    void shorten(double[] squares, double clipNorm) {
        for (int row = 0; row < squares.length; row++) {
            float factor = Clip.factor(squares[row], clipNorm);
            int end = delta.offset(row) + outputs;
            for (int i = delta.offset(row); i < end; i++) {
                delta.values()[i] *= factor;
            }
        }
    }

    /** Four sums side by side, so that an addition needs not wait for the one before. */
    private static double squaredNorm(float[] values, int from, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        int end = from + count;
        for (; i + 4 <= end; i += 4) {
            s0 += (double) values[i] * values[i];
            s1 += (double) values[i + 1] * values[i + 1];
            s2 += (double) values[i + 2] * values[i + 2];
            s3 += (double) values[i + 3] * values[i + 3];
        }
        for (; i < end; i++) {
            s0 += (double) values[i] * values[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Σ δ over the rows. */
    private void sumDelta(int size) {
        for (int column = 0; column < stride(); column += Lanes.COUNT) {
            FloatVector sum = FloatVector.zero(Lanes.SPECIES);
            for (int row = 0; row < size; row++) {
                int at = delta.offset(row) + column;
                sum = sum.add(FloatVector.fromArray(Lanes.SPECIES, delta.values(), at));
            }
            sum.intoArray(shared.values(), column);
        }
    }

    private void addRow(float[] source, int from, float[] target, int at) {
        int i = 0;
        for (; i + Lanes.COUNT <= outputs; i += Lanes.COUNT) {
            FloatVector sum = FloatVector.fromArray(Lanes.SPECIES, target, at + i);
            sum.add(FloatVector.fromArray(Lanes.SPECIES, source, from + i))
                    .intoArray(target, at + i);
        }
        for (; i < outputs; i++) {
            target[at + i] += source[from + i];
        }
    }
}
