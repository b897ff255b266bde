package federarium.desktop.view.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.desktop.feed.Frame;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.WebEvent.EdgeSeat;
import federarium.event.WebEvent.EdgesAssigned;
import federarium.event.WebEvent.EdgesCombined;
import federarium.event.WebEvent.PeersLinked;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Four nodes a, b, c, d of 10 examples each. */
class WireTest {
    private static final Arrangement FOUR = Arrangements.of(Collections.nCopies(4, 10), 1000, 600);
    private static final FederationEvent EDGES =
            new EdgesAssigned(
                    0,
                    List.of(
                            new EdgeSeat("e1", List.of("a", "b")),
                            new EdgeSeat("e2", List.of("c", "d"))));
    private static final FederationEvent RING =
            new PeersLinked(0, "ring", List.of(List.of(1, 3), List.of(2), List.of(3), List.of()));

    @Test
    void aStarHasOneForEveryNode() {
        assertEquals(List.of(List.of(0), List.of(1), List.of(2), List.of(3)), seats(frame()));
    }

    @Test
    void aHierarchyHasThoseOfTheNodesAndThoseOfTheEdges() {
        assertEquals(
                List.of(List.of(0), List.of(1), List.of(2), List.of(3), List.of(), List.of()),
                seats(frame(EDGES)));
    }

    @Test
    void anEdgeStandsBetweenTheRootAndItsNodes() {
        Junction first = Junction.of(frame(EDGES), FOUR).getFirst();

        assertTrue(first.x() > FOUR.hubX() && first.x() < FOUR.seat(1).x(), first.toString());
        assertTrue(first.y() < FOUR.hubY() && first.y() > FOUR.seat(0).y(), first.toString());
    }

    @Test
    void neighboursHaveOneBetweenThemAndTheCoordinatorNone() {
        assertEquals(
                List.of(List.of(0, 1), List.of(0, 3), List.of(1, 2), List.of(2, 3)),
                seats(frame(RING)));
    }

    @Test
    void packetsGoBothWaysBetweenThoseThatAreAwake() {
        Routes routes = Routes.of(frame(RING), FOUR, List.of(0, 1, 2));

        assertEquals(0, routes.down().size());
        assertEquals(4, routes.up().size());
    }

    @Test
    void packetsReachTheRootInRoundsInWhichItCombines() {
        List<Integer> all = List.of(0, 1, 2, 3);
        Frame before = frame(EDGES, new RoundStarted(1, List.of("a", "b", "c", "d")));
        Frame after = before.after(new EdgesCombined(1, List.of(), "aa", 8, 8));

        assertEquals(0, Routes.of(before, FOUR, all).root().size());
        assertEquals(2, Routes.of(after, FOUR, all).root().size());
        assertEquals(4, Routes.of(after, FOUR, all).up().size());
    }

    private static List<List<Integer>> seats(Frame frame) {
        return Wire.of(frame, FOUR).stream().map(Wire::seats).toList();
    }

    private static Frame frame(FederationEvent... events) {
        Frame frame = Frame.EMPTY;
        for (String node : List.of("a", "b", "c", "d")) {
            frame = frame.after(new NodeJoined(0, node, node, 10, 2, List.of(5, 5)));
        }
        for (FederationEvent event : events) {
            frame = frame.after(event);
        }
        return frame;
    }
}
