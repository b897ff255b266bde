package federarium.host;

import java.util.Arrays;

/** How far the scores of a run's rounds are from the exact ones. */
final class AgainstExact {
    private final double[] exactTotals;
    private final double[] totals;
    private double error;
    private double size;
    private int evaluations;
    private int rounds;

    AgainstExact(int players) {
        exactTotals = new double[players];
        totals = new double[players];
    }

    void add(double[] exact, double[] scores, int evaluated) {
        for (int k = 0; k < exact.length; k++) {
            error += Math.abs(scores[k] - exact[k]);
            size += Math.abs(exact[k]);
            exactTotals[k] += exact[k];
            totals[k] += scores[k];
        }
        evaluations += evaluated;
        rounds++;
    }

    /** Σ|φ̂ − φ| ÷ Σ|φ| over rounds and players. */
    double error() {
        return error / size;
    }

    /** The same of each player's total. */
    double errorOfTotals() {
        double differences = 0;
        double sizes = 0;
        for (int k = 0; k < totals.length; k++) {
            differences += Math.abs(totals[k] - exactTotals[k]);
            sizes += Math.abs(exactTotals[k]);
        }
        return differences / sizes;
    }

    /** Spearman's ρ of the totals. */
    double rankCorrelation() {
        double[] left = ranks(exactTotals);
        double[] right = ranks(totals);
        double both = 0;
        double squares = 0;
        double others = 0;
        for (int k = 0; k < left.length; k++) {
            both += left[k] * right[k];
            squares += left[k] * left[k];
            others += right[k] * right[k];
        }
        return both / Math.sqrt(squares * others);
    }

    double evaluationsPerRound() {
        return (double) evaluations / rounds;
    }

    /** How many are smaller less how many are larger: ranks around 0, ties in the middle. */
    private static double[] ranks(double[] values) {
        return Arrays.stream(values)
                .map(value -> Arrays.stream(values).map(other -> Math.signum(value - other)).sum())
                .toArray();
    }
}
