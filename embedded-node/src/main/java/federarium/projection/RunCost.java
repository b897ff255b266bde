package federarium.projection;

import federarium.event.FederationEvent.Pooling;
import federarium.event.FederationEvent.RoundCosted;
import java.util.List;

/**
 * What the closed rounds cost on the nodes' simulated devices, and what pooling would have.
 *
 * @param seconds virtual, since the start of the run
 * @param joules of the nodes
 * @param grams of CO2 for these
 * @param pooling the same for raw rows in one place
 */
public record RunCost(double seconds, double joules, double grams, Pooling pooling) {

    public static RunCost of(List<RoundPoint> points) {
        double joules = 0;
        double grams = 0;
        Pooling pooling = Pooling.NONE;
        for (RoundPoint point : points) {
            RoundCosted cost = point.cost();
            if (cost != null) {
                joules += cost.joules();
                grams += cost.grams();
                pooling = pooling.plus(cost.pooling());
            }
        }
        double seconds = points.isEmpty() ? 0 : points.getLast().virtualSeconds();
        return new RunCost(seconds, joules, grams, pooling);
    }
}
