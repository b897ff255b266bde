package federarium.aggregation;

import federarium.update.Weights;
import java.util.List;

/**
 * Bulyan (El Mhamdi, Guerraoui and Rouault, "The hidden vulnerability of distributed learning in
 * Byzantium", ICML 2018).
 *
 * <p>θ = n − 2f updates are chosen by {@link Krum}, one after the other; x ← x + η z, where z_i is
 * the mean of those θ − 2f of their i-th values that are closest to the median of these, of two as
 * close the smaller. Holds against f of n ≥ 4f + 3 clients; with fewer updates in a round the model
 * stays as it is.
 *
 * @param serverLearningRate η
 * @param byzantine f
 */
public record Bulyan(double serverLearningRate, int byzantine) implements AggregationRule {

    /** The fewest updates it works with, 4f + 3. */
    public static int fewest(int byzantine) {
        return 4 * byzantine + 3;
    }

    @Override
    public Aggregate aggregate(Gathered gathered) {
        int n = gathered.count();
        if (n < fewest(byzantine)) {
            return gathered.refused(
                    "Bulyan with f = %d needs %d updates, and %d came"
                            .formatted(byzantine, fewest(byzantine), n));
        }
        KrumScores krum = KrumScores.of(gathered);
        List<Integer> chosen =
                krum.oneByOne(n - 2 * byzantine, byzantine).stream().sorted().toList();
        List<Weights> deltas = chosen.stream().map(gathered::delta).toList();
        int kept = n - 4 * byzantine;
        MiddleMean middle =
                MiddleMean.of(
                        deltas,
                        kept,
                        (columns, column) -> start(columns, column, deltas.size(), kept));
        double[] shares = middle.shares();
        double[] scores = krum.all(n - byzantine - 2);
        return gathered.moved(
                middle.step(),
                serverLearningRate,
                Carried.NONE,
                gathered.verdicts(k -> {
                    int client = gathered.updates().get(k).client();
                    Aggregate.Score score = new Aggregate.Score(KrumScores.NAME, scores[k]);
                    int place = chosen.indexOf(k);
                    return place >= 0
                            ? Aggregate.Verdict.taken(client, shares[place], score)
                            : Aggregate.Verdict.refused(
                                    client,
                                    score,
                                    "not among the %d that Krum chose one by one"
                                            .formatted(chosen.size()));
                }));
    }

    /** Where the values closest to the median begin: from both ends, the further one is dropped. */
    private static int start(Columns columns, int column, int count, int kept) {
        float low = columns.ranked((count - 1) / 2, column);
        double median = ((double) low + columns.ranked(count / 2, column)) / 2;
        int first = 0;
        int last = count - 1;
        while (last - first + 1 > kept) {
            double below = median - columns.ranked(first, column);
            double above = columns.ranked(last, column) - median;
            if (below > above) {
                first++;
            } else {
                last--;
            }
        }
        return first;
    }
}
