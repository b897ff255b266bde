package federarium.desktop.view.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.desktop.view.evidence.Compared.Line;
import federarium.event.EvidenceEvent.Evidence;
import federarium.event.EvidenceEvent.UpdatesCompared;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.RuleScore;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.WebEvent.PeersLinked;
import federarium.projection.FederationState;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ComparedTest {
    private FederationState state = FederationState.EMPTY;

    ComparedTest() {
        tell(new NodeJoined(0, "c01", "Bank A", 10, 0, List.of(10)));
        tell(new NodeJoined(0, "c02", "Bank B", 10, 0, List.of(10)));
    }

    @Test
    void updatesHaveTheirWeightOrWhyTheyWereRefused() {
        compare(1);
        assertTrue(Double.isNaN(line(0).weight()));
        combine(1);
        assertEquals(1, line(0).weight());
        assertEquals("", line(0).refusal());
        assertEquals("Bank B", line(1).name());
        assertEquals("refused: too far off (9.00)", line(1).refusal());
    }

    @Test
    void theyStayToBeReadUntilTheNextAreThere() {
        compare(1);
        combine(1);
        tell(new ModelEvaluated(1, .5, 1, null, null, List.of()));
        tell(new RoundClosed(1, 0, 0));
        Compared before = compared();
        tell(new RoundStarted(2, List.of("c01", "c02")));
        tell(new UpdateReceived(2, "c02", 10, 1, .5, 1, 8));
        assertEquals(before, compared());
        compare(2);
        assertEquals(2, compared().round());
    }

    @Test
    void whereNobodyGetsAllUpdatesTheReasonIsSaid() {
        assertNull(Compared.of(state));
        assertTrue(Compared.whyNot(state, null).startsWith("Nothing to see yet"));
        tell(new PeersLinked(0, "ring", List.of(List.of(1), List.of(0))));
        assertTrue(Compared.whyNot(state, null).contains("there is no coordinator"));
    }

    private void compare(int round) {
        tell(new UpdateReceived(round, "c01", 10, 1, .5, 1, 8));
        tell(new UpdateReceived(round, "c02", 10, 1, .5, 3, 8));
        Evidence near = new Evidence("c01", 1, .9, null, -1.0, 0.0);
        Evidence far = new Evidence("c02", 3, -.9, null, 1.0, 0.0);
        tell(new UpdatesCompared(round, List.of(near, far), .8));
    }

    private void combine(int round) {
        tell(new UpdateRejected(round, "c02", "too far off", new RuleScore("distance", 9)));
        tell(new UpdatesAggregated(round, List.of(new Share("c01", 1)), "aa"));
    }

    private Line line(int place) {
        return compared().lines().get(place);
    }

    private Compared compared() {
        return Objects.requireNonNull(Compared.of(state));
    }

    private void tell(FederationEvent event) {
        state = state.apply(event);
    }
}
