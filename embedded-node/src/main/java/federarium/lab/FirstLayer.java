package federarium.lab;

import federarium.model.DenseShape;

/**
 * The row behind a gradient, read off the first dense layer: for a single row x each unit i has
 * ∂L/∂W_i = x · ∂L/∂b_i. Over all units the least squares estimate is
 *
 * <p>x̂ = Σ_i g_{b,i} g_{W,i} ÷ Σ_i g_{b,i}²
 *
 * <p>which is exact without noise, whatever the gradient was multiplied by. Of several rows it
 * gives a mixture. (Phong et al., "Privacy-preserving deep learning via additively homomorphic
 * encryption", IEEE TIFS 2018, §3.)
 */
public final class FirstLayer {
    private FirstLayer() {}

    /**
     * x̂; zeros where no bias has a gradient.
     *
     * @param gradient in the layout of the shape
     */
    public static double[] row(DenseShape shape, double[] gradient) {
        int units = shape.outputs(0);
        int biases = shape.inputs(0) * units;
        double squares = 0;
        for (int i = 0; i < units; i++) {
            squares += gradient[biases + i] * gradient[biases + i];
        }
        double[] row = new double[shape.inputs(0)];
        for (int j = 0; squares > 0 && j < row.length; j++) {
            double sum = 0;
            for (int i = 0; i < units; i++) {
                sum += gradient[biases + i] * gradient[j * units + i];
            }
            row[j] = sum / squares;
        }
        return row;
    }
}
