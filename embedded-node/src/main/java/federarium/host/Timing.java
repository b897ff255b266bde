package federarium.host;

import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.PrivacyEvent.RoundRestarted;
import federarium.event.RecordedEvent;
import federarium.event.WebEvent.EdgeAggregated;
import federarium.event.WebEvent.EdgesCombined;
import federarium.event.WebEvent.ModelsMixed;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a run's time went, read off the log: training, transport and aggregation from RoundStarted
 * to the last that was combined in it, evaluation from there to ModelEvaluated. A paced run's
 * waiting is in it; a round's attempt that was undone is not.
 */
public final class Timing implements Watcher {
    private Duration train = Duration.ZERO;
    private Duration evaluate = Duration.ZERO;
    private Instant mark = Instant.EPOCH;
    private int rounds;
    private Closed closed = new Closed(Duration.ZERO, Duration.ZERO, 0);

    private record Closed(Duration train, Duration evaluate, int rounds) {}

    @Override
    public synchronized void happened(RecordedEvent recorded) {
        switch (recorded.event()) {
            case RoundStarted _ -> {
                mark = recorded.at();
                rounds++;
            }
            case UpdatesAggregated _ -> combined(recorded.at());
            case EdgeAggregated _ -> combined(recorded.at());
            case EdgesCombined _ -> combined(recorded.at());
            case ModelsMixed _ -> combined(recorded.at());
            case ModelEvaluated evaluated when evaluated.round() > 0 ->
                    evaluate = evaluate.plus(Duration.between(mark, recorded.at()));
            case RoundClosed _ -> closed = new Closed(train, evaluate, rounds);
            case RoundRestarted _ -> {
                train = closed.train();
                evaluate = closed.evaluate();
                rounds = closed.rounds();
            }
            default -> {}
        }
    }

    private void combined(Instant at) {
        train = train.plus(Duration.between(mark, at));
        mark = at;
    }

    public synchronized double trainSeconds() {
        return train.toNanos() / 1e9;
    }

    public synchronized double evaluateSeconds() {
        return evaluate.toNanos() / 1e9;
    }

    /** Rounds a second of training, transport and aggregation; 0 before the first. */
    public synchronized double roundsPerSecond() {
        return train.isZero() ? 0 : rounds / trainSeconds();
    }
}
