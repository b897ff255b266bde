package federarium.incentive;

import federarium.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * TMC-Shapley: the Shapley value by uniformly random permutations, each walked until the rest could
 * hardly change the score.
 *
 * <p>φ_k is the mean over permutations of v(those before k, and k) − v(those before k), 0 from
 * where |v(N) − v(those before k)| is below .01 of the mean score. The paper takes the mean score
 * of all over bootstrap samples of the validation rows, whose expectation is v(N): here it is
 * |v(N)|. Permutations come {@value #BATCH} at a time; at least 100, until none of the last 100
 * means differs from the newest by 10 % on average.
 *
 * <p>Ghorbani, Zou, "Data Shapley: Equitable valuation of data for machine learning", ICML 2019.
 * Its permutations have no upper bound; these end with {@value #MOST}.
 *
 * @param tolerance of the mean score; 0 to cut nothing
 */
public record TruncatedMonteCarlo(double tolerance, Convergence convergence)
        implements ContributionRule {
    private static final double TOLERANCE = .01;
    private static final int LEAST = 100;
    private static final int WINDOW = 100;
    private static final double CHANGE = .1;
    private static final int MOST = 400;
    private static final int BATCH = 10;

    /** As in the paper. */
    public TruncatedMonteCarlo() {
        this(TOLERANCE, new Convergence(LEAST, WINDOW, CHANGE, MOST));
    }

    /** With so many permutations, none of them cut. */
    public static TruncatedMonteCarlo whole(int permutations) {
        return new TruncatedMonteCarlo(0, Convergence.after(permutations));
    }

    @Override
    public double[] scores(Game game, RandomStream random, Cores cores) {
        int n = game.players();
        double all = game.value(Coalition.all(n));
        Walk walk = Walk.in(game, tolerance * Math.abs(all));
        RunningMean mean = new RunningMean(n, convergence);
        do {
            walk.marginals(batch(n, random), cores).forEach(mean::add);
        } while (!mean.settled());
        return mean.mean();
    }

    private static List<int[]> batch(int n, RandomStream random) {
        List<int[]> orders = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            int[] order = IntStream.range(0, n).toArray();
            random.shuffle(order);
            orders.add(order);
        }
        return orders;
    }

    @Override
    public boolean draws() {
        return true;
    }
}
