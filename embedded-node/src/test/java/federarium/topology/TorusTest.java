package federarium.topology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TorusTest {

    @Test
    void isAsNearlySquareAsTheNodesAllow() {
        assertEquals(new Torus(3, 4), Torus.of(12));
        assertEquals(new Torus(4, 4), Torus.of(16));
        assertEquals(new Torus(2, 7), Torus.of(14));
    }

    @Test
    void joinsEveryNodeWithTheFourAroundItOverTheEdges() {
        // 0 1 2 3
        // 4 5 6 7
        // 8 9 10 11
        Graph graph = Torus.of(12).graph();

        assertArrayEquals(new int[] {2, 5, 7, 10}, graph.neighbours(6));
        assertArrayEquals(new int[] {1, 3, 4, 8}, graph.neighbours(0));
        assertEquals(24, graph.edges());
    }

    @Test
    void withTwoRowsAboveAndBelowAreTheSame() {
        assertArrayEquals(new int[] {1, 2, 3}, Torus.of(6).graph().neighbours(0));
    }

    @Test
    void refusesAPrimeNumberOfNodesAndNamesTheGridsBesideIt() {
        assertEquals(
                "13 nodes make no grid of two rows or more; allowed: 12 nodes (3 × 4),"
                        + " 14 (2 × 7), or a ring",
                refusal(13));
        assertEquals(
                "3 nodes make no grid of two rows or more; allowed: 4 nodes (2 × 2), or a ring",
                refusal(3));
        assertEquals(
                "1 node makes no grid of two rows or more; allowed: 4 nodes (2 × 2), or a ring",
                refusal(1));
    }

    private static String refusal(int nodes) {
        return String.valueOf(
                assertThrows(ImpossibleGraphException.class, () -> Torus.of(nodes)).getMessage());
    }
}
