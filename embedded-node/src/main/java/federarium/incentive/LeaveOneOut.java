package federarium.incentive;

import federarium.random.RandomStream;
import java.util.Arrays;

/**
 * What the others lose without a player: φ_k = v(N) − v(N ∖ k), in n + 1 evaluations. Of two
 * players of whom either would have done, both get 0.
 */
public record LeaveOneOut() implements ContributionRule {

    @Override
    public double[] scores(Game game, RandomStream random, Cores cores) {
        int n = game.players();
        Coalition all = Coalition.all(n);
        double[] values = new double[n + 1];
        cores.each(n + 1, k -> values[k] = game.value(k < n ? all.without(k) : all));
        double[] scores = new double[n];
        Arrays.setAll(scores, k -> values[n] - values[k]);
        return scores;
    }

    @Override
    public boolean draws() {
        return false;
    }
}
