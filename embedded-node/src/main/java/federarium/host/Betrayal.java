package federarium.host;

import federarium.lab.LossThreshold;
import org.jspecify.annotations.Nullable;

/**
 * What losses tell about who was in.
 *
 * @param view {@code released}: the model after the round; {@code update}: the node's own model, x
 *     and its update, as the coordinator sees it
 * @param others {@code own}: rows that the node held out; {@code all}: those of all nodes, where it
 *     has too few
 * @param bound what the noise guarantees of this view, or null
 * @param noBound why there is none, or null
 */
public record Betrayal(
        String run,
        int round,
        String node,
        String view,
        String others,
        LossThreshold attack,
        double advantage,
        double low,
        double high,
        @Nullable Bound bound,
        @Nullable String noBound) {

    /**
     * The best that any attack can come to.
     *
     * @param unit whose part is hidden, {@code client} or {@code record}
     * @param ceiling (e^ε − 1 + 2δ) ÷ (e^ε + 1)
     * @param best δ(0) of the noise itself, by its loss distribution
     */
    public record Bound(String unit, double epsilon, double delta, double ceiling, double best) {}
}
