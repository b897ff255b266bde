package federarium.desktop.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.RuleScore;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.projection.FederationState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuspicionTest {
    private static final String FAR = "refused: its Krum score is not the lowest (7.90)";

    private FederationState state = FederationState.EMPTY;

    SuspicionTest() {
        tell(new NodeJoined(0, "c01", "c01", 10, 0, List.of(10)));
        tell(new RoundStarted(1, List.of("c01")));
        tell(new UpdateReceived(1, "c01", 10, 1, .5, 1, 8));
    }

    @Test
    void whomTheRuleRefusedIsSuspectedUntilTheNextUpdateIsThere() {
        refuse("its Krum score is not the lowest", new RuleScore("Krum score", 7.9));
        assertEquals(FAR, words());
        tell(new RoundStarted(2, List.of("c01")));
        assertEquals(FAR, words());
        tell(new UpdateReceived(2, "c01", 10, 1, .5, 1, 8));
        assertEquals("", words());
    }

    @Test
    void suspicionOfANodeThatSitsOutEndsWithTheNextVerdict() {
        refuse("its Krum score is not the lowest", new RuleScore("Krum score", 7.9));
        tell(new RoundStarted(2, List.of()));
        tell(new UpdatesAggregated(2, List.of(), "bb"));
        assertEquals("", words());
    }

    @Test
    void whoCameTooLateIsNotSuspected() {
        refuse("it came after the deadline", null);
        assertEquals("", words());
    }

    private void refuse(String reason, @Nullable RuleScore score) {
        tell(new UpdateRejected(1, "c01", reason, score));
        tell(new UpdatesAggregated(1, List.of(), "aa"));
    }

    private String words() {
        return Suspicion.words(state, state.nodes().get("c01"));
    }

    private void tell(FederationEvent event) {
        state = state.apply(event);
    }
}
