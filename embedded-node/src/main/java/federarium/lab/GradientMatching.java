package federarium.lab;

import federarium.data.ImageShape;
import federarium.random.RandomStream;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows whose gradient points where one that was seen does: from noise, by signed Adam steps down
 *
 * <p>1 − ⟨g(X), g*⟩ ÷ (‖g(X)‖ ‖g*‖) + τ · TV(X)
 *
 * <p>TV is the mean absolute difference of neighbouring pixels, where rows are pictures; values are
 * kept between those that rows have. Geiping et al., "Inverting gradients", NeurIPS 2020, after
 * Zhu, Liu, Han, "Deep leakage from gradients", NeurIPS 2019. How long g* is does not matter.
 *
 * @param range of values that rows have
 * @param image shape of a row, or null where it is no picture
 * @param smoothness τ
 * @param iterations steps; the step length falls tenfold after ⅜, ⅝ and ⅞ of them
 */
public record GradientMatching(
        DenseGradient model,
        Range range,
        @Nullable ImageShape image,
        double smoothness,
        int iterations) {
    private static final double RATE = .05;

    /** From least to most. */
    public record Range(double least, double most) {
        double length() {
            return most - least;
        }

        double clamp(double value) {
            return Math.min(most, Math.max(least, value));
        }
    }

    /**
     * What was found.
     *
     * @param mismatch 1 − cosine of both gradients
     */
    public record Found(double[][] rows, double mismatch) {}

    /**
     * Searches from one start.
     *
     * @param seen g*
     * @param labels that the rows are taken to have
     * @param cancelled asked before each step
     */
    public Found search(
            double[] seen, int[] labels, RandomStream random, BooleanSupplier cancelled) {
        double[][] rows = new double[labels.length][model.shape().inputs(0)];
        for (double[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = range.least() + random.nextDouble() * range.length();
            }
        }
        Adam adam = new Adam(rows.length, rows[0].length);
        for (int t = 0; t < iterations && !cancelled.getAsBoolean(); t++) {
            double[] gradient = model.of(rows, labels);
            double[][] down = model.byRows(rows, labels, towards(gradient, seen));
            smooth(rows, down);
            adam.step(rows, down, RATE * range.length() * fraction(t));
        }
        return new Found(rows, 1 - Likeness.cosine(model.of(rows, labels), seen));
    }

    private double fraction(int t) {
        double done = (double) t / iterations;
        return done < .375 ? 1 : done < .625 ? .1 : done < .875 ? .01 : .001;
    }

    /** The derivative of the mismatch by g. */
    private static double[] towards(double[] gradient, double[] seen) {
        double squares = 0;
        double product = 0;
        double others = 0;
        for (int i = 0; i < seen.length; i++) {
            squares += gradient[i] * gradient[i];
            product += gradient[i] * seen[i];
            others += seen[i] * seen[i];
        }
        double norms = StrictMath.sqrt(squares * others);
        double[] direction = new double[seen.length];
        for (int i = 0; norms > 0 && i < seen.length; i++) {
            direction[i] = (gradient[i] * product / squares - seen[i]) / norms;
        }
        return direction;
    }

    /** Adds the slope of τ · TV. */
    private void smooth(double[][] rows, double[][] down) {
        if (image == null || smoothness == 0) {
            return;
        }
        double weight = smoothness / range.length() / (rows.length * rows[0].length);
        for (int r = 0; r < rows.length; r++) {
            for (int at = 0; at < rows[r].length; at++) {
                if (at % image.width() + 1 < image.width()) {
                    pull(rows[r], down[r], at, at + 1, weight);
                }
                if (at / image.width() % image.height() + 1 < image.height()) {
                    pull(rows[r], down[r], at, at + image.width(), weight);
                }
            }
        }
    }

    private static void pull(double[] row, double[] down, int at, int beside, double weight) {
        double sign = Math.signum(row[at] - row[beside]);
        down[at] += weight * sign;
        down[beside] -= weight * sign;
    }

    /** Adam on the signs of the slope (Kingma, Ba 2015), β .9 and .999. */
    private final class Adam {
        private final double[][] mean;
        private final double[][] square;
        private int steps;

        Adam(int rows, int width) {
            mean = new double[rows][width];
            square = new double[rows][width];
        }

        void step(double[][] rows, double[][] down, double rate) {
            steps++;
            double first = 1 - StrictMath.pow(.9, steps);
            double second = 1 - StrictMath.pow(.999, steps);
            for (int r = 0; r < rows.length; r++) {
                for (int j = 0; j < rows[r].length; j++) {
                    double sign = Math.signum(down[r][j]);
                    mean[r][j] = .9 * mean[r][j] + .1 * sign;
                    square[r][j] = .999 * square[r][j] + .001 * sign * sign;
                    double way =
                            mean[r][j] / first / (StrictMath.sqrt(square[r][j] / second) + 1e-8);
                    rows[r][j] = range.clamp(rows[r][j] - rate * way);
                }
            }
        }
    }

    /** The one of some searches that matches best. */
    public static Found best(Found... found) {
        return Arrays.stream(found)
                .min((a, b) -> Double.compare(a.mismatch(), b.mismatch()))
                .orElseThrow();
    }
}
