package federarium.privacy.secagg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.random.RandomStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingGraphTest {

    @Test
    void joinsEverybodyWithEverybodyWhereComplete() {
        MaskingGraph graph = MaskingGraph.complete(List.of(9, 2, 5));

        assertEquals(List.of(2, 5, 9), graph.clients());
        assertEquals(List.of(2, 9), graph.neighbours(5));
    }

    @ParameterizedTest
    @CsvSource({"10, 4", "11, 4", "10, 5", "100, 21", "100, 41"})
    void givesEveryNodeTheSameNumberOfNeighboursBothWays(int nodes, int degree) {
        MaskingGraph graph = harary(nodes, degree, 1);

        for (int node : graph.clients()) {
            assertEquals(degree, graph.neighbours(node).size());
            for (int other : graph.neighbours(node)) {
                assertTrue(graph.neighbours(other).contains(node), node + " and " + other);
                assertNotEquals(node, other);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 2", "8, 3", "8, 4", "9, 4", "10, 5"})
    void staysInOnePieceWithoutAnyOneFewerThanItsDegree(int nodes, int degree) {
        MaskingGraph graph = harary(nodes, degree, 2);

        for (int bits = 0; bits < 1 << nodes; bits++) {
            if (Integer.bitCount(bits) == degree - 1) {
                assertTrue(isConnectedWithout(graph, bits), Integer.toBinaryString(bits));
            }
        }
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertEquals(harary(20, 4, 1).toString(), harary(20, 4, 1).toString());
        assertNotEquals(harary(20, 4, 1).toString(), harary(20, 4, 2).toString());
    }

    @Test
    void refusesHalfAnEdge() {
        assertThrows(IllegalArgumentException.class, () -> harary(11, 5, 1));
    }

    @Test
    void refusesANodeTwice() {
        assertThrows(IllegalArgumentException.class, () -> MaskingGraph.complete(List.of(1, 2, 1)));
    }

    private static MaskingGraph harary(int nodes, int degree, long seed) {
        return MaskingGraph.harary(
                IntStream.range(0, nodes).boxed().toList(), degree, new RandomStream(seed));
    }

    private static boolean isConnectedWithout(MaskingGraph graph, int bits) {
        Set<Integer> left = new TreeSet<>(graph.clients());
        left.removeIf(node -> (bits >> node & 1) == 1);
        Deque<Integer> reached = new ArrayDeque<>(List.of(left.iterator().next()));
        left.remove(reached.peek());
        while (!reached.isEmpty()) {
            for (int other : graph.neighbours(reached.pop())) {
                if (left.remove(other)) {
                    reached.push(other);
                }
            }
        }
        return left.isEmpty();
    }
}
