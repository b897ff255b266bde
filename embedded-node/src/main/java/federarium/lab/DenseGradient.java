package federarium.lab;

import federarium.model.DenseShape;
import federarium.update.Weights;

/**
 * The gradient of a dense model's mean cross-entropy in double precision, and how it moves with the
 * rows.
 *
 * <p>With a_0 = x, z_l = a_l W_l + b_l, a_{l+1} = f(z_l) and p the softmax of the last z: δ = p − y
 * there, δ_{l−1} = (δ_l W_lᵀ) ∘ f′(z_{l−1}), and g holds a_lᵀδ_l and δ_l, in the layout of {@link
 * DenseShape}.
 */
public final class DenseGradient {
    private final DenseShape shape;
    private final double[] model;
    private final Slope slope;

    /**
     * @param model of that shape
     */
    public DenseGradient(DenseShape shape, Weights model) {
        if (model.size() != shape.parameters()) {
            throw new IllegalArgumentException(
                    "%d parameters are not the %d of %s"
                            .formatted(model.size(), shape.parameters(), shape.widths()));
        }
        this.shape = shape;
        this.model = new double[model.size()];
        for (int i = 0; i < this.model.length; i++) {
            this.model[i] = model.get(i);
        }
        this.slope = Slope.of(shape.activation());
    }

    public DenseShape shape() {
        return shape;
    }

    /** p for a row. */
    public double[] probabilities(double[] row) {
        return new Pass(row).probabilities;
    }

    /** g, the mean over the rows. */
    public double[] of(double[][] rows, int... labels) {
        double[] gradient = new double[model.length];
        for (int i = 0; i < rows.length; i++) {
            new Pass(rows[i]).addGradient(labels[i], 1.0 / rows.length, gradient);
        }
        return gradient;
    }

    /**
     * ∂⟨v, g⟩/∂x for every row: as ⟨v, g⟩ is the derivative of the loss along v, this is that
     * derivative of ∂loss/∂x, by Pearlmutter's operator R (Neural Computation 6, 1994).
     *
     * @param direction v
     */
    public double[][] byRows(double[][] rows, int[] labels, double[] direction) {
        double[][] moved = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            moved[i] = new Pass(rows[i]).alongInput(labels[i], direction);
            for (int j = 0; j < moved[i].length; j++) {
                moved[i][j] /= rows.length;
            }
        }
        return moved;
    }

    /** One row forward. */
    private final class Pass {
        private final double[][] inputs = new double[shape.layers()][];
        private final double[][] sums = new double[shape.layers()][];
        private final double[] probabilities;

        Pass(double[] row) {
            double[] input = row;
            for (int l = 0; l < shape.layers(); l++) {
                inputs[l] = input;
                sums[l] = new double[shape.outputs(l)];
                times(model, l, input, sums[l]);
                addBias(model, l, sums[l]);
                if (l < shape.layers() - 1) {
                    input = new double[sums[l].length];
                    for (int i = 0; i < input.length; i++) {
                        input[i] = slope.value(sums[l][i]);
                    }
                }
            }
            probabilities = softmax(sums[shape.layers() - 1]);
        }

        private double[] delta(int label) {
            double[] delta = probabilities.clone();
            delta[label] -= 1;
            return delta;
        }

        void addGradient(int label, double scale, double[] gradient) {
            double[] delta = delta(label);
            for (int l = shape.layers() - 1; l >= 0; l--) {
                int at = shape.parameters(l);
                for (double input : inputs[l]) {
                    for (double each : delta) {
                        gradient[at++] += scale * input * each;
                    }
                }
                for (double each : delta) {
                    gradient[at++] += scale * each;
                }
                delta = l == 0 ? delta : sloped(l, back(model, l, delta));
            }
        }

        double[] alongInput(int label, double[] v) {
            int top = shape.layers() - 1;
            double[][] moved = new double[shape.layers()][];
            double[] movedInput = new double[inputs[0].length];
            for (int l = 0; l <= top; l++) {
                moved[l] = new double[shape.outputs(l)];
                times(model, l, movedInput, moved[l]);
                times(v, l, inputs[l], moved[l]);
                addBias(v, l, moved[l]);
                movedInput = new double[moved[l].length];
                for (int i = 0; l < top && i < movedInput.length; i++) {
                    movedInput[i] = slope.first(sums[l][i]) * moved[l][i];
                }
            }
            double[] delta = delta(label);
            double[] movedDelta = movedProbabilities(moved[top]);
            for (int l = top; l >= 0; l--) {
                double[] behind = back(model, l, delta);
                double[] movedBehind = back(model, l, movedDelta);
                double[] more = back(v, l, delta);
                for (int i = 0; i < movedBehind.length; i++) {
                    movedBehind[i] += more[i];
                }
                if (l == 0) {
                    return movedBehind;
                }
                movedDelta = sloped(l, movedBehind);
                double[] bent = bent(l, behind, moved[l - 1]);
                for (int i = 0; i < movedDelta.length; i++) {
                    movedDelta[i] += bent[i];
                }
                delta = sloped(l, behind);
            }
            throw new IllegalStateException("a model has a layer");
        }

        /** Times f′ of the sums below a layer. */
        private double[] sloped(int l, double[] values) {
            double[] product = new double[values.length];
            for (int i = 0; i < product.length; i++) {
                product[i] = values[i] * slope.first(sums[l - 1][i]);
            }
            return product;
        }

        /** Times f″ of these sums and R of them. */
        private double[] bent(int l, double[] values, double[] moved) {
            double[] product = new double[values.length];
            for (int i = 0; i < product.length; i++) {
                product[i] = values[i] * slope.second(sums[l - 1][i]) * moved[i];
            }
            return product;
        }

        /** R{p} = p ∘ (R{z} − Σ p R{z}). */
        private double[] movedProbabilities(double[] moved) {
            double mean = 0;
            for (int i = 0; i < moved.length; i++) {
                mean += probabilities[i] * moved[i];
            }
            double[] result = new double[moved.length];
            for (int i = 0; i < moved.length; i++) {
                result[i] = probabilities[i] * (moved[i] - mean);
            }
            return result;
        }
    }

    /** sum += input W. */
    private void times(double[] parameters, int l, double[] input, double[] sum) {
        int at = shape.parameters(l);
        for (double each : input) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += each * parameters[at++];
            }
        }
    }

    private void addBias(double[] parameters, int l, double[] sum) {
        int at = shape.parameters(l + 1) - sum.length;
        for (int j = 0; j < sum.length; j++) {
            sum[j] += parameters[at + j];
        }
    }

    /** δ Wᵀ. */
    private double[] back(double[] parameters, int l, double[] delta) {
        double[] behind = new double[shape.inputs(l)];
        int at = shape.parameters(l);
        for (int i = 0; i < behind.length; i++) {
            for (double each : delta) {
                behind[i] += each * parameters[at++];
            }
        }
        return behind;
    }

    private static double[] softmax(double[] sums) {
        double most = Double.NEGATIVE_INFINITY;
        for (double each : sums) {
            most = Math.max(most, each);
        }
        double[] powers = new double[sums.length];
        double total = 0;
        for (int i = 0; i < sums.length; i++) {
            powers[i] = StrictMath.exp(sums[i] - most);
            total += powers[i];
        }
        for (int i = 0; i < powers.length; i++) {
            powers[i] /= total;
        }
        return powers;
    }
}
