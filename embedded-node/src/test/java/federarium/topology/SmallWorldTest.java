package federarium.topology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.random.RandomStream;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallWorldTest {

    @Test
    void isARingOfFourNeighboursWhereNothingMoves() {
        Graph graph = SmallWorld.of(8, bound -> bound - 1);

        assertArrayEquals(new int[] {1, 2, 6, 7}, graph.neighbours(0));
        assertEquals(16, graph.edges());
    }

    @Test
    void movesTheFarEndOfAnEdgeToANodeThatWasNoNeighbour() {
        // The first edge, 0 – 1, moves: not to 0 itself, not to its neighbour 2, but to 4.
        Iterator<Integer> script = List.of(0, 0, 2, 4).iterator();
        Graph graph = SmallWorld.of(8, bound -> script.hasNext() ? script.next() : bound - 1);

        assertArrayEquals(new int[] {2, 4, 6, 7}, graph.neighbours(0));
        assertArrayEquals(new int[] {2, 3, 7}, graph.neighbours(1));
        assertArrayEquals(new int[] {0, 2, 3, 5, 6}, graph.neighbours(4));
        assertEquals(16, graph.edges());
    }

    @Test
    void keepsTheNumberOfEdgesAndStaysInOnePiece() {
        for (long seed = 1; seed <= 50; seed++) {
            Graph graph = draw(30, seed);
            assertEquals(60, graph.edges(), "seed " + seed);
            assertTrue(graph.isConnected(), "seed " + seed);
        }
    }

    @Test
    void movesATenthOfTheEdges() {
        // An edge of the ring is 1 or 2 long; 60,000 coins of 1/10 have a deviation of 73.
        int moved = 0;
        for (long seed = 1; seed <= 50; seed++) {
            Graph graph = draw(600, seed);
            for (int node = 0; node < 600; node++) {
                moved += graph.areNeighbours(node, (node + 1) % 600) ? 0 : 1;
                moved += graph.areNeighbours(node, (node + 2) % 600) ? 0 : 1;
            }
        }
        assertEquals(6000, moved, 3 * 73);
    }

    @Test
    void theSameSeedDrawsTheSameGraphAndAnotherAnother() {
        assertEquals(draw(30, 1), draw(30, 1));
        assertNotEquals(draw(30, 1), draw(30, 2));
    }

    @Test
    void ofFiveNodesIsComplete() {
        assertEquals(Graph.complete(5), draw(5, 1));
    }

    @Test
    void refusesFewerThanFiveNodes() {
        assertEquals(
                "4 nodes cannot have 4 neighbours each; allowed: at least 5 nodes, a ring or a"
                        + " complete graph",
                String.valueOf(
                        assertThrows(ImpossibleGraphException.class, () -> draw(4, 1))
                                .getMessage()));
    }

    private static Graph draw(int nodes, long seed) {
        return SmallWorld.of(nodes, new RandomStream(seed)::nextInt);
    }
}
