package federarium.aggregation;

import federarium.update.Weights;
import java.util.List;

/**
 * What a rule made of a round's updates.
 *
 * @param model the next global model
 * @param verdicts one for each update, in client order
 */
public record Aggregate(Weights model, List<Verdict> verdicts) {

    /**
     * What became of one update.
     *
     * @param client its sender's index
     * @param weight the weight p it was given in the combined update
     */
    public record Verdict(int client, double weight) {}
}
