package federarium.aggregation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Multi-Krum (Blanchard et al., "Machine learning with adversaries: Byzantine tolerant gradient
 * descent", NeurIPS 2017).
 *
 * <p>x ← x + η · mean of the m updates with the lowest {@link Krum} scores. Holds against f of n ≥
 * 2f + 3 clients, with m ≤ n − f − 2; with fewer updates in a round the model stays as it is.
 *
 * @param serverLearningRate η
 * @param byzantine f
 * @param select m, or null for n − f − 2 of the round's n
 */
public record MultiKrum(double serverLearningRate, int byzantine, @Nullable Integer select)
        implements AggregationRule {

    /** The fewest updates it works with, max(2f + 3, m + f + 2). */
    public static int fewest(int byzantine, @Nullable Integer select) {
        int most = select == null ? 0 : select + byzantine + 2;
        return Math.max(Krum.fewest(byzantine), most);
    }

    @Override
    public Aggregate aggregate(Gathered gathered) {
        int n = gathered.count();
        if (n < fewest(byzantine, select)) {
            return gathered.refused(
                    "Multi-Krum with f = %d needs %d updates, and %d came"
                            .formatted(byzantine, fewest(byzantine, select), n));
        }
        int m = select == null ? n - byzantine - 2 : select;
        double[] scores = KrumScores.of(gathered).all(n - byzantine - 2);
        List<Integer> chosen = KrumScores.lowest(scores, m);
        double[] weights = new double[n];
        chosen.forEach(k -> weights[k] = 1.0 / m);
        return gathered.moved(
                WeightedSum.of(gathered.updates(), weights),
                serverLearningRate,
                Carried.NONE,
                KrumScores.verdicts(
                        gathered,
                        chosen,
                        1.0 / m,
                        scores,
                        "its Krum score is not among the %d lowest".formatted(m)));
    }
}
