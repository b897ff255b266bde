package federarium.incentive;

import federarium.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * GTG-Shapley: the Shapley value by permutations in sets of n, in which every player comes first
 * once and the others follow at random, without what could hardly change it.
 *
 * <p>A round with |v(N) − v(∅)| below .01 gives 0 to all, and nothing else is evaluated. In other
 * rounds φ_k is the mean over permutations of v(those before k, and k) − v(those before k), 0 from
 * where |v(N) − v(those before k)| is below .001. At least max(30, n) permutations, until none of
 * the last 10 means differs from the newest by 5 % on average.
 *
 * <p>Liu, Chen, Yu, Liu, Cui, "GTG-Shapley: Efficient and accurate participant contribution
 * evaluation in federated learning", ACM TIST 13, 2022. Its permutations end with 80 % of all
 * coalitions, which bounds nothing above a dozen players; these end with the set that reaches
 * {@value #MOST}.
 *
 * @param betweenRounds the smallest |v(N) − v(∅)| that counts; 0 for any
 * @param withinRound the smallest |v(N) − v(S)| that is followed; 0 to cut nothing
 * @param convergence with at least n permutations, whatever it says
 */
public record GtgShapley(double betweenRounds, double withinRound, Convergence convergence)
        implements ContributionRule {
    private static final double BETWEEN_ROUNDS = .01;
    private static final double WITHIN_ROUND = .001;
    private static final int LEAST = 30;
    private static final int WINDOW = 10;
    private static final double CHANGE = .05;
    private static final int MOST = 400;

    /** As in the paper. */
    public GtgShapley() {
        this(BETWEEN_ROUNDS, WITHIN_ROUND, new Convergence(LEAST, WINDOW, CHANGE, MOST));
    }

    /** With so many permutations, rounded up to whole sets, none of them cut. */
    public static GtgShapley whole(int permutations) {
        return new GtgShapley(0, 0, Convergence.after(permutations));
    }

    @Override
    public double[] scores(Game game, RandomStream random, Cores cores) {
        int n = game.players();
        Walk walk = Walk.in(game, withinRound);
        if (Math.abs(walk.all() - walk.none()) < betweenRounds) {
            return new double[n];
        }
        RunningMean mean = new RunningMean(n, convergence);
        do {
            walk.marginals(set(n, random), cores).forEach(mean::add);
        } while (!mean.settled());
        return mean.mean();
    }

    private static List<int[]> set(int n, RandomStream random) {
        List<int[]> orders = new ArrayList<>();
        for (int first = 0; first < n; first++) {
            int leader = first;
            int[] others = IntStream.range(0, n).filter(k -> k != leader).toArray();
            random.shuffle(others);
            orders.add(IntStream.concat(IntStream.of(first), IntStream.of(others)).toArray());
        }
        return orders;
    }

    @Override
    public boolean draws() {
        return true;
    }
}
