package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.PrivacyEvent.RoundRestarted;
import federarium.event.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimingTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void trainSecondsAreTheTimesFromRoundStartedToUpdatesAggregated() {
        Timing timing = new Timing();
        timing.happened(event(1, 0, new RoundStarted(1, List.of("c01"))));
        timing.happened(event(2, 300, new UpdatesAggregated(1, List.of(), "a")));
        timing.happened(event(3, 1000, new RoundStarted(2, List.of("c01"))));
        timing.happened(event(4, 1200, new UpdatesAggregated(2, List.of(), "b")));

        assertEquals(0.5, timing.trainSeconds(), 1e-12);
        assertEquals(4, timing.roundsPerSecond(), 1e-12);
    }

    @Test
    void anAttemptThatWasUndoneIsNotCounted() {
        Timing timing = new Timing();
        timing.happened(event(1, 0, new RoundStarted(1, List.of("c01"))));
        timing.happened(event(2, 300, new UpdatesAggregated(1, List.of(), "a")));
        timing.happened(event(3, 400, new RoundRestarted(1, "interrupted")));
        timing.happened(event(4, 9000, new RoundStarted(1, List.of("c01"))));
        timing.happened(event(5, 9500, new UpdatesAggregated(1, List.of(), "b")));

        assertEquals(0.5, timing.trainSeconds(), 1e-12);
        assertEquals(2, timing.roundsPerSecond(), 1e-12);
    }

    private static RecordedEvent event(
            long seq, long millis, federarium.event.FederationEvent event) {
        return new RecordedEvent(seq, START.plus(Duration.ofMillis(millis)), event);
    }
}
