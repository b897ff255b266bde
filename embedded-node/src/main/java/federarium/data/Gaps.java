package federarium.data;

import federarium.scenario.BadInputException;
import java.util.Arrays;

/** Gaps in the features, filled. */
final class Gaps {
    private Gaps() {}

    /**
     * Fills every gap with the mean of the training rows' values in that column.
     *
     * @throws BadInputException if a column has a gap but no training row has a value
     */
    static void fillWithMeans(RawRows rows, int[] train) {
        float[] means = new float[rows.width()];
        Arrays.fill(means, Float.NaN);
        for (int at = 0; at < rows.features.length; at++) {
            if (Float.isNaN(rows.features[at])) {
                int column = at % rows.width();
                if (Float.isNaN(means[column])) {
                    means[column] = mean(rows, train, column);
                }
                rows.features[at] = means[column];
            }
        }
    }

    private static float mean(RawRows rows, int[] train, int column) {
        double sum = 0;
        int values = 0;
        for (int row : train) {
            float value = rows.features[row * rows.width() + column];
            if (!Float.isNaN(value)) {
                sum += value;
                values++;
            }
        }
        if (values == 0) {
            throw BadInputException.of(
                    "data.missing",
                    "no training row has a value of '%s'; allowed: ignore: the column"
                            .formatted(rows.featureNames.get(column)));
        }
        return (float) (sum / values);
    }
}
