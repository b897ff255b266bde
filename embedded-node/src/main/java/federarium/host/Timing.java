package federarium.host;

import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.RecordedEvent;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a run's time went, read off the log: training, transport and aggregation from RoundStarted
 * to UpdatesAggregated, evaluation from there to ModelEvaluated. A paced run's waiting is in it.
 */
public final class Timing implements Watcher {
    private Duration train = Duration.ZERO;
    private Duration evaluate = Duration.ZERO;
    private Instant mark = Instant.EPOCH;
    private int rounds;

    @Override
    public synchronized void happened(RecordedEvent recorded) {
        switch (recorded.event()) {
            case RoundStarted _ -> mark = recorded.at();
            case UpdatesAggregated _ -> {
                train = train.plus(Duration.between(mark, recorded.at()));
                mark = recorded.at();
                rounds++;
            }
            case ModelEvaluated evaluated when evaluated.round() > 0 ->
                    evaluate = evaluate.plus(Duration.between(mark, recorded.at()));
            default -> {}
        }
    }

    public synchronized double trainSeconds() {
        return train.toNanos() / 1e9;
    }

    public synchronized double evaluateSeconds() {
        return evaluate.toNanos() / 1e9;
    }

    /** Rounds a second of training, transport and aggregation; 0 before the first. */
    public synchronized double roundsPerSecond() {
        return rounds == 0 ? 0 : rounds / trainSeconds();
    }
}
