package federarium.model.vector;

import jdk.incubator.vector.FloatVector;

/**
 * What all rows of a weight matrix share while it learns from inputs on a background.
 *
 * <p>Most pixels of ten handwritten digits are paper: the same number c in every picture. With x =
 * c + x' and W = V + 1 tᵀ a layer is x W = x' V + c Σₖ Vₖ + (Σₖ xₖ) t, and a step of size s is V +=
 * s x'ᵀ δ, t += s c Σ δ. So columns that are paper in the whole batch cost nothing: V's rows for
 * them are neither read nor written.
 */
final class Background {
    /** V while apart, else W. */
    private final Matrix weights;

    private final int inputs;
    private final int width;

    /** t, one row. */
    private final Matrix common;

    /** Σₖ Vₖ, one row, kept up to date with V. */
    private final Matrix sum;

    private float[] inputSums = {};
    private boolean apart;

    /** For a weight matrix of {@code inputs} rows. */
    Background(Matrix weights, int inputs, int outputs) {
        this.weights = weights;
        this.inputs = inputs;
        width = weights.stride();
        common = new Matrix(1, outputs);
        sum = new Matrix(1, outputs);
    }

    /** Begins with t = 0. */
    private void setApart() {
        if (apart) {
            return;
        }
        apart = true;
        common.clear();
        sum.clear();
        for (int row = 0; row < inputs; row++) {
            addScaled(1f, weights.values(), weights.offset(row), sum.values(), 0, width);
        }
    }

    /** Adds t to the rows, which are W again. */
    void merge() {
        if (!apart) {
            return;
        }
        apart = false;
        for (int row = 0; row < inputs; row++) {
            addScaled(1f, common.values(), 0, weights.values(), weights.offset(row), width);
        }
    }

    /** The rows are about to be overwritten. */
    void forget() {
        apart = false;
    }

    /** row += c Σₖ Vₖ, which is the same for the whole batch. */
    void addPaper(LayerInput input, float[] row) {
        if (input.background() == 0) {
            merge();
            return;
        }
        setApart();
        addScaled(input.background(), sum.values(), 0, row, 0, width);
    }

    /** results += (Σₖ xₖ) t for {@code size} rows. */
    void addCommon(LayerInput input, Matrix results, int size) {
        if (input.background() == 0) {
            return;
        }
        if (inputSums.length < size + Matrix.SPARE) {
            inputSums = new float[size + Matrix.SPARE];
        }
        float paper = input.background() * inputs;
        for (int row = 0; row < size; row++) {
            inputSums[row] = input.sums()[row] + paper;
        }
        Strided column = new Strided(inputSums, 0, 1, 1);
        Product.add(1f, column, common.rows(), results.rows(), size, 1, width);
    }

    /** t += s c Σ δ and Σ V += s Σ x' δ. */
    void update(LayerInput input, Matrix delta, float[] deltaSum, int size, float scale) {
        if (input.background() == 0) {
            return;
        }
        addScaled(scale * input.background(), deltaSum, 0, common.values(), 0, width);
        Strided row = new Strided(input.sums(), 0, 0, 1);
        Product.add(scale, row, delta.rows(), sum.rows(), 1, size, width);
    }

    /** Adds factor · source to the target, {@code width} numbers. */
    static void addScaled(
            float factor, float[] source, int from, float[] target, int at, int width) {
        FloatVector v = FloatVector.broadcast(Lanes.SPECIES, factor);
        for (int i = 0; i < width; i += Lanes.COUNT) {
            FloatVector old = FloatVector.fromArray(Lanes.SPECIES, target, at + i);
            FloatVector.fromArray(Lanes.SPECIES, source, from + i)
                    .fma(v, old)
                    .intoArray(target, at + i);
        }
    }
}
