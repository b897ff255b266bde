package federarium.incentive;

import java.util.Arrays;

/**
 * How a round's pot is shared out among the senders of its updates. The payments, added up in
 * client order, are never more than the pot; what nobody is paid stays in it.
 */
public final class Payout {
    private Payout() {}

    /** The same for each. */
    public static double[] equal(double pot, int clients) {
        double[] ones = new double[clients];
        Arrays.fill(ones, 1);
        return inProportion(pot, ones);
    }

    /**
     * pot · n_k ÷ Σ n.
     *
     * @param examples n_k, at least 0
     */
    public static double[] bySize(double pot, int... examples) {
        return inProportion(pot, Arrays.stream(examples).asDoubleStream().toArray());
    }

    /** pot · max(φ_k, 0) ÷ Σ max(φ, 0); nothing to anybody where no score is positive. */
    public static double[] byScore(double pot, double... scores) {
        return inProportion(pot, gains(scores));
    }

    /**
     * The same, and who made the model worse pays by the same measure, the whole pot at most: −pot
     * · min(1, |φ_k| ÷ Σ max(φ, 0)). Where no score is positive there is no measure, and nobody
     * pays or is paid.
     */
    public static double[] byScoreWithCosts(double pot, double... scores) {
        double[] paid = byScore(pot, scores);
        double total = Arrays.stream(gains(scores)).sum();
        for (int k = 0; k < scores.length && total > 0; k++) {
            if (scores[k] < 0) {
                paid[k] = -pot * Math.min(1, -scores[k] / total);
            }
        }
        return paid;
    }

    private static double[] gains(double[] scores) {
        return Arrays.stream(scores).map(score -> Math.max(score, 0)).toArray();
    }

    private static double[] inProportion(double pot, double[] claims) {
        if (!(pot >= 0) || Double.isInfinite(pot)) {
            throw new IllegalArgumentException("a pot holds 0 credits or more, not " + pot);
        }
        double total = Arrays.stream(claims).sum();
        double[] paid = new double[claims.length];
        double sum = 0;
        for (int k = 0; k < claims.length && total > 0; k++) {
            double share = Math.min(pot * (claims[k] / total), pot - sum);
            while (sum + share > pot) {
                share = Math.nextDown(share);
            }
            paid[k] = share;
            sum += share;
        }
        return paid;
    }
}
