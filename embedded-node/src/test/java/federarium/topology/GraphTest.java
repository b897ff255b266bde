package federarium.topology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GraphTest {

    @Test
    void aRingOfFourJoinsTheLastToTheFirst() {
        assertEquals(Graph.of(4, new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 0}}), Graph.ring(4));
    }

    @Test
    void aRingOfTwoIsAnEdgeAndOfOneADot() {
        assertEquals(1, Graph.ring(2).edges());
        assertEquals(0, Graph.ring(1).edges());
    }

    @Test
    void aStarHasItsCentreAtTheFirstNode() {
        assertEquals(Graph.of(4, new int[][] {{0, 1}, {0, 2}, {0, 3}}), Graph.star(4));
    }

    @Test
    void aCompleteGraphOfFourHasSixEdges() {
        assertEquals(6, Graph.complete(4).edges());
        assertArrayEquals(new int[] {0, 1, 3}, Graph.complete(4).neighbours(2));
    }

    @Test
    void anEdgeNamedTwiceCountsOnceInEitherDirection() {
        Graph graph = Graph.of(2, new int[][] {{0, 1}, {1, 0}});

        assertEquals(1, graph.edges());
        assertEquals(1, graph.degree(0));
    }

    @Test
    void twoPairsAreNotConnectedButAPathIs() {
        assertFalse(Graph.of(4, new int[][] {{0, 1}, {2, 3}}).isConnected());
        assertTrue(Graph.of(4, new int[][] {{0, 1}, {2, 3}, {1, 2}}).isConnected());
    }

    @Test
    void theComplementOfARingOfFiveIsTheStarInsideIt() {
        assertEquals(
                Graph.of(5, new int[][] {{0, 2}, {2, 4}, {4, 1}, {1, 3}, {3, 0}}),
                Graph.ring(5).complement());
    }

    @Test
    void refusesLoopsAndUnknownNodes() {
        assertThrows(IllegalArgumentException.class, () -> Graph.of(3, new int[] {1, 1}));
        assertThrows(IllegalArgumentException.class, () -> Graph.of(3, new int[] {0, 3}));
    }
}
