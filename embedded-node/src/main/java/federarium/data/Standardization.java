package federarium.data;

import java.util.Arrays;

/**
 * Features brought to mean 0 and deviation 1: x ← (x − μ) ÷ σ, where σ² = Σ(x − μ)² ÷ n over
 * training rows, and σ = 0 counts as 1.
 *
 * <p>Pictures have one μ and one σ for all pixels: a border pixel that is nearly always 0 would by
 * its own tiny σ become the largest number of the row. Sums are double precision, in row order.
 */
final class Standardization {
    private final double[] mean;
    private final double[] deviation;

    /**
     * @param width features a row
     * @param pooled whether all features share one mean and deviation
     */
    private Standardization(float[] features, int width, boolean pooled, int[] train) {
        int groups = pooled ? 1 : width;
        double count = (double) train.length * (pooled ? width : 1);
        // Sums of distances to the first row: so a constant column has deviation 0 exactly.
        double[] first = new double[groups];
        for (int group = 0; group < groups; group++) {
            first[group] = features[train[0] * width + group];
        }
        double[] sum = new double[groups];
        for (int row : train) {
            for (int column = 0, at = row * width; column < width; column++, at++) {
                int group = pooled ? 0 : column;
                sum[group] += features[at] - first[group];
            }
        }
        mean = new double[groups];
        Arrays.setAll(mean, group -> first[group] + sum[group] / count);
        double[] squares = new double[groups];
        for (int row : train) {
            for (int column = 0, at = row * width; column < width; column++, at++) {
                int group = pooled ? 0 : column;
                double distance = features[at] - mean[group];
                squares[group] += distance * distance;
            }
        }
        deviation = new double[groups];
        Arrays.setAll(
                deviation,
                group -> squares[group] == 0 ? 1 : StrictMath.sqrt(squares[group] / count));
    }

    /** The σ of each column over some rows. */
    static double[] deviations(float[] features, int width, int[] rows) {
        return new Standardization(features, width, false, rows).deviation;
    }

    /** Learns μ and σ from the training rows and applies them to these and the test rows. */
    static void apply(float[] features, int width, boolean pooled, int[] train, int[] test) {
        Standardization learned = new Standardization(features, width, pooled, train);
        learned.applyTo(features, width, train);
        learned.applyTo(features, width, test);
    }

    private void applyTo(float[] features, int width, int[] rows) {
        boolean pooled = mean.length == 1;
        for (int row : rows) {
            for (int column = 0, at = row * width; column < width; column++, at++) {
                int group = pooled ? 0 : column;
                features[at] = (float) ((features[at] - mean[group]) / deviation[group]);
            }
        }
    }
}
