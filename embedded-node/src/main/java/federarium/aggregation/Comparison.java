package federarium.aggregation;

import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A round's updates laid side by side: what anybody who receives them can see of each, whatever
 * rule combines them.
 *
 * @param views one for each update, in client order
 * @param explained share of the updates' scatter around their mean that the map shows; null without
 *     one
 */
public record Comparison(List<View> views, @Nullable Double explained) {
    /** Beyond so many multiplications no distances are measured: no map, no Krum scores. */
    private static final double AFFORDABLE = 2e8;

    /**
     * What sets an update apart.
     *
     * @param cosine to the plain mean of all; 0 where either is zero
     * @param krum its Krum score, or null where there are too few for one
     * @param x its place along the first principal component of all, or null without a map
     */
    public record View(
            int client,
            double norm,
            double cosine,
            @Nullable Double krum,
            @Nullable Double x,
            @Nullable Double y) {}

    /**
     * Compares updates of the same size.
     *
     * @param byzantine f, for the Krum scores
     */
    public static Comparison of(List<ClientUpdate> updates, int byzantine) {
        List<Weights> deltas = updates.stream().map(ClientUpdate::delta).toList();
        int n = deltas.size();
        double[] shares = new double[n];
        Arrays.fill(shares, 1.0 / n);
        Weights mean = Weights.owning(WeightedSum.of(updates, shares));
        double length = mean.norm();
        boolean affordable = .5 * n * n * mean.size() <= AFFORDABLE;
        double[][] distances = affordable ? SquaredDistances.between(deltas) : new double[0][];
        PrincipalPlane plane = affordable ? PrincipalPlane.of(distances) : null;
        double @Nullable [] scores =
                affordable && n >= Krum.fewest(byzantine)
                        ? KrumScores.of(distances).all(n - byzantine - 2)
                        : null;
        List<View> views = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            double norm = deltas.get(k).norm();
            double dot = deltas.get(k).dot(mean);
            views.add(
                    new View(
                            updates.get(k).client(),
                            norm,
                            norm == 0 || length == 0 ? 0 : dot / (norm * length),
                            scores == null ? null : scores[k],
                            plane == null ? null : plane.x()[k],
                            plane == null ? null : plane.y()[k]));
        }
        return new Comparison(views, plane == null ? null : plane.explained());
    }
}
