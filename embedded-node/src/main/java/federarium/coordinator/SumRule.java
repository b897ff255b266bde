package federarium.coordinator;

import federarium.aggregation.Aggregate;
import federarium.aggregation.Carried;
import federarium.aggregation.Gathered;
import federarium.privacy.quantisation.RingVector;
import federarium.privacy.summing.SumEncoding;
import federarium.scenario.Scenario;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.List;

/**
 * What a scenario's rule makes of the mean of updates that nobody saw.
 *
 * @param clients the number of nodes
 */
public record SumRule(Scenario scenario, int round, int clients) {

    /** The model moved by the mean in a sum; whoever opened that may do this. */
    public Aggregate moved(Weights model, Carried carried, SumEncoding encoding, RingVector sum) {
        return moved(model, carried, encoding.mean(sum));
    }

    Aggregate moved(Weights model, Carried carried, Weights mean) {
        ClientUpdate update = new ClientUpdate(0, 0, 1, 1, 0, mean);
        return Rules.of(scenario, round, clients, null)
                .aggregate(new Gathered(model, List.of(update), carried));
    }
}
