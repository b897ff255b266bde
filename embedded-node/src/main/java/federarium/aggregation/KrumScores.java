package federarium.aggregation;

import federarium.update.ClientUpdate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How far each of a round's updates is from its neighbours (Blanchard et al., NeurIPS 2017). */
final class KrumScores {
    static final String NAME = "Krum score";

    private final double[][] distances;

    private KrumScores(double[][] distances) {
        this.distances = distances;
    }

    /** The scores of updates whose squared distances are known. */
    static KrumScores of(double[][] distances) {
        return new KrumScores(distances);
    }

    static KrumScores of(Gathered gathered) {
        return new KrumScores(
                SquaredDistances.between(
                        gathered.updates().stream().map(ClientUpdate::delta).toList()));
    }

    /** The score of each update among all of them. */
    double[] all(int neighbours) {
        int[] everybody = IntStream.range(0, distances.length).toArray();
        return Arrays.stream(everybody).mapToDouble(k -> score(k, everybody, neighbours)).toArray();
    }

    /** The sum of an update's squared distances to its nearest neighbours among some. */
    private double score(int update, int[] among, int neighbours) {
        double[] sorted =
                Arrays.stream(among)
                        .filter(other -> other != update)
                        .mapToDouble(other -> distances[update][other])
                        .sorted()
                        .toArray();
        double sum = 0;
        for (int i = 0; i < Math.min(neighbours, sorted.length); i++) {
            sum += sorted[i];
        }
        return sum;
    }

    /** The positions of the lowest scores, of two equal ones the lower position first. */
    static List<Integer> lowest(double[] scores, int count) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> scores[k]))
                .limit(count)
                .toList();
    }

    /**
     * Those that Krum would choose one after the other, each from the ones that are left, with
     * max(1, n' − f − 2) neighbours where n' are left.
     */
    List<Integer> oneByOne(int count, int byzantine) {
        int[] left = IntStream.range(0, distances.length).toArray();
        Integer[] chosen = new Integer[count];
        for (int i = 0; i < count; i++) {
            int[] among = left;
            int neighbours = Math.max(1, among.length - byzantine - 2);
            double[] scores =
                    Arrays.stream(among).mapToDouble(k -> score(k, among, neighbours)).toArray();
            int best = among[lowest(scores, 1).getFirst()];
            chosen[i] = best;
            left = Arrays.stream(among).filter(k -> k != best).toArray();
        }
        return List.of(chosen);
    }

    /** The verdicts where some positions were chosen, each with the same weight. */
    static List<Aggregate.Verdict> verdicts(
            Gathered gathered, List<Integer> chosen, double weight, double[] scores, String why) {
        return gathered.verdicts(k -> {
            int client = gathered.updates().get(k).client();
            Aggregate.Score score = new Aggregate.Score(NAME, scores[k]);
            return chosen.contains(k)
                    ? Aggregate.Verdict.taken(client, weight, score)
                    : Aggregate.Verdict.refused(client, score, why);
        });
    }
}
