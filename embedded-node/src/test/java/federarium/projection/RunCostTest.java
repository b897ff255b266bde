package federarium.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.NodeCost;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.Pooling;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundCosted;
import federarium.event.FederationEvent.RoundStarted;
import federarium.projection.NodeState.Traffic;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunCostTest {
    private static final NodeJoined A =
            new NodeJoined(0, "a", "Ward A", 10, 4, List.of(10, 0), "slow phone on 3G");

    /** The clock tells the whole run; the rest is each round's own. */
    @Test
    void addsUpTheRoundsAndReadsTheClock() {
        FederationState state = FederationState.EMPTY.apply(A);
        state = round(state, 0, new RoundCosted(0, List.of(), 0, 0, new Pooling(9, 5, 2, 1)), 0);
        state = round(state, 1, costed(1), 4);
        state = round(state, 2, costed(2), 7);

        assertEquals(new RunCost(7, 6, 3, new Pooling(9, 7, 4, 2)), RunCost.of(state.points()));
        assertEquals(new Traffic(0, 0, 0, 8, 6), state.nodes().get("a").traffic());
    }

    @Test
    void isNothingBeforeTheFirstRoundIsClosed() {
        assertEquals(new RunCost(0, 0, 0, Pooling.NONE), RunCost.of(List.of()));
    }

    private static RoundCosted costed(int round) {
        return new RoundCosted(
                round, List.of(new NodeCost("a", 4, 3)), 3, 1.5, new Pooling(0, 1, 1, .5));
    }

    private static FederationState round(
            FederationState state, int number, RoundCosted cost, double clock) {
        return state.apply(new RoundStarted(number, List.of()))
                .apply(cost)
                .apply(new ModelEvaluated(number, .5, .7, null, null, List.of()))
                .apply(new RoundClosed(number, 0, 0, clock));
    }
}
