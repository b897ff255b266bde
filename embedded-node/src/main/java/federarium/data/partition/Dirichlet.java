package federarium.data.partition;

import federarium.random.RandomStream;
import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;
import federarium.scenario.Decimals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Label skew: the rows of each label are dealt in proportions p ~ Dirichlet(α, …, α) over the
 * nodes. Small α leaves most of a label with few nodes, large α nears an even deal.
 *
 * <p>Every node must get at least 10 training rows; a draw that leaves one with fewer is drawn
 * again, at most 100 times (Hsu, Qi, Brown, "Measuring the effects of non-identical data
 * distribution", 2019; the redraws as in Flower Datasets).
 */
record Dirichlet(double alpha) implements PartitionRule {
    private static final int MIN_ROWS = 10;
    private static final int MAX_REDRAWS = 100;
    private static final double LARGEST_ALPHA = 1e6;

    @Override
    public Dealer draw(Deck training, int nodes, RandomStreams streams) {
        if ((long) MIN_ROWS * nodes > training.size()) {
            throw BadInputException.of(
                    "clients",
                    "%d dirichlet shares need %d training rows, %d each; there are"
                                    .formatted(nodes, (long) MIN_ROWS * nodes, MIN_ROWS)
                            + " %d; allowed: at most %d clients"
                                    .formatted(training.size(), training.size() / MIN_ROWS));
        }
        int[] labelCounts =
                Arrays.stream(training.byLabel()).mapToInt(rows -> rows.length).toArray();
        double[][] shares = shares(labelCounts, nodes, alpha, streams);
        if (shares == null) {
            throw refusal(labelCounts, nodes, streams);
        }
        return (rows, shuffle) -> deal(training.byLabel(rows), nodes, shares, shuffle);
    }

    private static int[][] deal(
            int[][] byLabel, int nodes, double[][] shares, RandomStream shuffle) {
        Hands hands = new Hands(nodes);
        for (int label = 0; label < byLabel.length; label++) {
            int[][] pieces = Cut.byShares(Iid.shuffled(byLabel[label], shuffle), shares[label]);
            for (int node = 0; node < nodes; node++) {
                hands.give(node, pieces[node]);
            }
        }
        return hands.rows();
    }

    /** Each label's shares over the nodes, or null if no draw gave every node enough rows. */
    private static double @Nullable [][] shares(
            int[] labelCounts, int nodes, double alpha, RandomStreams streams) {
        RandomStream random = streams.stream("partition");
        for (int draw = 0; draw <= MAX_REDRAWS; draw++) {
            double[][] shares = new double[labelCounts.length][];
            Arrays.setAll(shares, _ -> proportions(nodes, alpha, random));
            if (smallest(labelCounts, nodes, shares) >= MIN_ROWS) {
                return shares;
            }
        }
        return null;
    }

    /** One draw from Dirichlet(α, …, α): gammas over their sum, in logarithms for small α. */
    private static double[] proportions(int nodes, double alpha, RandomStream random) {
        double[] logGammas = new double[nodes];
        Arrays.setAll(logGammas, _ -> random.nextLogGamma(alpha));
        double largest = Arrays.stream(logGammas).max().orElseThrow();
        double sum = 0;
        for (double logGamma : logGammas) {
            sum += StrictMath.exp(logGamma - largest);
        }
        double logSum = largest + StrictMath.log(sum);
        double[] proportions = new double[nodes];
        Arrays.setAll(proportions, node -> StrictMath.exp(logGammas[node] - logSum));
        return proportions;
    }

    private static int smallest(int[] labelCounts, int nodes, double[][] shares) {
        int[] sizes = new int[nodes];
        for (int label = 0; label < labelCounts.length; label++) {
            int[] ends = Cut.ends(labelCounts[label], shares[label]);
            for (int node = 0; node < nodes; node++) {
                sizes[node] += ends[node] - (node == 0 ? 0 : ends[node - 1]);
            }
        }
        return Arrays.stream(sizes).min().orElseThrow();
    }

    /** The remedies it names were tried, with the same seed. */
    private BadInputException refusal(int[] labelCounts, int nodes, RandomStreams streams) {
        List<String> remedies = new ArrayList<>();
        for (double a = alpha * 2; a <= LARGEST_ALPHA && remedies.isEmpty(); a *= 2) {
            if (shares(labelCounts, nodes, a, streams) != null) {
                remedies.add("alpha " + Decimals.plain(a));
            }
        }
        int fewer = nodes * 3 / 4;
        while (shares(labelCounts, fewer, alpha, streams) == null) {
            fewer = fewer * 3 / 4;
        }
        remedies.add(fewer + (fewer == 1 ? " client" : " clients"));
        return BadInputException.of(
                "data.partition.alpha",
                "%s left one of %d clients fewer than %d training"
                                .formatted(Decimals.plain(alpha), nodes, MIN_ROWS)
                        + " rows in each of %d draws; allowed, for instance: %s"
                                .formatted(MAX_REDRAWS + 1, String.join(", or ", remedies)));
    }
}
