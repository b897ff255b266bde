package federarium.model;

import federarium.random.RandomStream;
import federarium.update.Slice;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * Fully connected layers. The flat layout of their parameters is, layer by layer, W[in][out]
 * row-major, then b[out].
 *
 * @param widths inputs, hidden units of each layer, classes
 * @param activation of hidden units, {@code relu} or {@code tanh}
 */
public record DenseShape(List<Integer> widths, String activation) {

    public DenseShape {
        if (widths.size() < 2) {
            throw new IllegalArgumentException("a model has inputs and classes, not " + widths);
        }
        widths = List.copyOf(widths);
    }

    public int layers() {
        return widths.size() - 1;
    }

    public int inputs(int layer) {
        return widths.get(layer);
    }

    public int outputs(int layer) {
        return widths.get(layer + 1);
    }

    /**
     * Σ in·out + out over the layers.
     *
     * @throws ArithmeticException if that is more than an array can hold
     */
    public int parameters() {
        return parameters(layers());
    }

    /** The same over the first so many layers. */
    public int parameters(int layers) {
        int sum = 0;
        for (int layer = 0; layer < layers; layer++) {
            sum = Math.addExact(sum, Math.multiplyExact(inputs(layer) + 1, outputs(layer)));
        }
        return sum;
    }

    /**
     * The shape with the first ⌈width · units⌉ units of every hidden layer; inputs and classes stay
     * whole.
     *
     * @param width above 0, at most 1
     */
    public DenseShape narrowed(double width) {
        List<Integer> narrow = new ArrayList<>(widths);
        for (int layer = 1; layer < layers(); layer++) {
            narrow.set(layer, (int) StrictMath.ceil(width * widths.get(layer)));
        }
        return new DenseShape(narrow, activation);
    }

    /** The parameters that a shape with fewer hidden units has: those among its first units. */
    public Slice slice(DenseShape narrow) {
        List<Slice.Range> ranges = new ArrayList<>();
        int position = 0;
        for (int layer = 0; layer < layers(); layer++) {
            int outputs = outputs(layer);
            for (int row = 0; row < narrow.inputs(layer); row++) {
                int from = position + row * outputs;
                ranges.add(new Slice.Range(from, from + narrow.outputs(layer)));
            }
            int bias = position + inputs(layer) * outputs;
            ranges.add(new Slice.Range(bias, bias + narrow.outputs(layer)));
            position = bias + outputs;
        }
        return new Slice(ranges);
    }

    /**
     * Weights uniform on ±√(6 ÷ in) before a relu (He et al. 2015), else on ±√(6 ÷ (in + out))
     * (Glorot, Bengio 2010); biases 0.
     */
    public Weights initial(RandomStream random) {
        float[] values = new float[parameters()];
        int next = 0;
        for (int layer = 0; layer < layers(); layer++) {
            boolean relu = layer < layers() - 1 && activation.equals("relu");
            double fan = relu ? inputs(layer) : inputs(layer) + outputs(layer);
            double bound = StrictMath.sqrt(6 / fan);
            for (int i = 0; i < inputs(layer) * outputs(layer); i++) {
                values[next++] = (float) ((2 * random.nextDouble() - 1) * bound);
            }
            next += outputs(layer);
        }
        return Weights.owning(values);
    }
}
