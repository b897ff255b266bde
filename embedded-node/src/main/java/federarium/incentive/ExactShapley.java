package federarium.incentive;

import federarium.random.RandomStream;

/**
 * The Shapley value: what a player adds, on average over all n! orders in which all may come.
 *
 * <p>φ_k = Σ_{S ∌ k} |S|! (n − |S| − 1)! ÷ n! · (v(S ∪ k) − v(S)), in 2ⁿ evaluations. The scores
 * add up to v(N) − v(∅), and a player that never changes a value gets exactly 0.
 *
 * <p>Shapley, "A value for n-person games", Contributions to the Theory of Games II, 1953.
 */
public record ExactShapley() implements ContributionRule {
    /** 256 coalitions. */
    public static final int MOST_PLAYERS = 8;

    /**
     * @throws IllegalArgumentException for more than {@value #MOST_PLAYERS} players
     */
    @Override
    public double[] scores(Game game, RandomStream random, Cores cores) {
        int n = game.players();
        if (n > MOST_PLAYERS) {
            throw new IllegalArgumentException(
                    "the exact Shapley value of %d players takes 2^%d evaluations; at most %d"
                            .formatted(n, n, MOST_PLAYERS));
        }
        double[] values = new double[1 << n];
        cores.each(values.length, bits -> values[bits] = game.value(Coalition.of(bits)));
        double[] shares = sharesBySize(n);
        double[] scores = new double[n];
        for (int bits = 0; bits < values.length; bits++) {
            for (int k = 0; k < n; k++) {
                if ((bits >>> k & 1) == 0) {
                    scores[k] +=
                            shares[Integer.bitCount(bits)] * (values[bits | 1 << k] - values[bits]);
                }
            }
        }
        return scores;
    }

    /** s! (n − s − 1)! ÷ n! for s from 0: 1 ÷ n, then each by the one before. */
    private static double[] sharesBySize(int n) {
        double[] shares = new double[n];
        shares[0] = 1.0 / n;
        for (int s = 1; s < n; s++) {
            shares[s] = shares[s - 1] * s / (n - s);
        }
        return shares;
    }

    @Override
    public boolean draws() {
        return false;
    }
}
