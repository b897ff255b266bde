package federarium.projection;

import federarium.event.FederationEvent.ModelEvaluated;
import java.util.List;

/**
 * One point of the curves: a round as it ended.
 *
 * @param cohort ids of the nodes that were chosen
 * @param rejected ids of the nodes whose update is not in the aggregate
 * @param evaluation the new global model, measured
 * @param bytesUp payload bytes of this round from the nodes
 * @param bytesDown payload bytes of this round to the nodes
 */
public record RoundPoint(
        int round,
        List<String> cohort,
        List<String> rejected,
        ModelEvaluated evaluation,
        long bytesUp,
        long bytesDown) {}
