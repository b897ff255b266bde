package federarium.lab;

import federarium.model.DenseShape;

/**
 * The labels behind a gradient, from the biases of its last layer: there g_c = mean p_c − n_c ÷ B,
 * so that n_c ≈ B (p̄_c − g_c). Of a single row it is the one negative entry (Zhao, Mopuri, Bilen,
 * "iDLG: improved deep leakage from gradients", 2020).
 */
public final class GuessedLabels {
    private GuessedLabels() {}

    /**
     * B labels, ascending: each time the class that is missing most.
     *
     * @param gradient of the mean loss, in the layout of the shape
     * @param expected p̄, what the model says of rows that are no secret
     */
    public static int[] of(DenseShape shape, double[] gradient, double[] expected, int rows) {
        int classes = shape.outputs(shape.layers() - 1);
        double[] missing = new double[classes];
        for (int c = 0; c < classes; c++) {
            double own = rows == 1 ? 0 : expected[c];
            missing[c] = rows * (own - gradient[gradient.length - classes + c]);
        }
        int[] counts = new int[classes];
        for (int i = 0; i < rows; i++) {
            int most = 0;
            for (int c = 1; c < classes; c++) {
                most = missing[c] > missing[most] ? c : most;
            }
            missing[most]--;
            counts[most]++;
        }
        int[] labels = new int[rows];
        int next = 0;
        for (int c = 0; c < classes; c++) {
            for (int i = 0; i < counts[c]; i++) {
                labels[next++] = c;
            }
        }
        return labels;
    }
}
