package federarium.host;

import federarium.data.Dataset;
import federarium.data.FederatedData;
import federarium.lab.DenseGradient;
import federarium.lab.GradientMatching.Range;

/** What an attacker knows of rows without having seen any of a node: those held out. */
record PublicRows(Dataset data, int[] rows) {
    private static final int ENOUGH = 256;

    static PublicRows of(FederatedData federated) {
        return new PublicRows(federated.dataset(), federated.test());
    }

    static double[] row(Dataset data, int row) {
        double[] values = new double[data.width()];
        for (int j = 0; j < values.length; j++) {
            values[j] = data.feature(row, j);
        }
        return values;
    }

    double[] mean() {
        double[] mean = new double[data.width()];
        for (int row : rows) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += data.feature(row, j) / rows.length;
            }
        }
        return mean;
    }

    Range range() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int row : rows) {
            for (int j = 0; j < data.width(); j++) {
                least = Math.min(least, data.feature(row, j));
                most = Math.max(most, data.feature(row, j));
            }
        }
        return new Range(least, most);
    }

    /** What a model says of them on average. */
    double[] expected(DenseGradient model) {
        int count = Math.min(ENOUGH, rows.length);
        double[] mean = new double[data.classes()];
        for (int i = 0; i < count; i++) {
            double[] says = model.probabilities(row(data, rows[i]));
            for (int c = 0; c < mean.length; c++) {
                mean[c] += says[c] / count;
            }
        }
        return mean;
    }
}
