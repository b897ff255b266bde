package federarium.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.random.RandomStream;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomRegularTest {

    @ParameterizedTest
    @CsvSource({"1,0", "2,1", "3,2", "8,3", "8,4", "8,6", "9,4", "30,2", "50,3", "50,24", "50,45"})
    void givesEveryNodeItsDegreeInOnePiece(int nodes, int degree) {
        for (long seed = 1; seed <= 20; seed++) {
            Graph graph = draw(nodes, degree, seed);
            assertTrue(graph.isConnected(), "seed " + seed);
            for (int node = 0; node < nodes; node++) {
                assertEquals(degree, graph.degree(node), "seed " + seed + ", node " + node);
            }
        }
    }

    @Test
    void theSameSeedDrawsTheSameGraphAndAnotherAnother() {
        assertEquals(draw(20, 3, 1), draw(20, 3, 1));
        assertNotEquals(draw(20, 3, 1), draw(20, 3, 2));
    }

    @Test
    void findsEveryRingOfFour() {
        // Who is opposite node 0 tells them apart.
        assertEquals(3, kinds(4, 2));
    }

    @Test
    void findsEveryCubicGraphOfSixNodes() {
        // 10 times K₃,₃ and 60 prisms.
        assertEquals(70, kinds(6, 3));
    }

    @Test
    void refusesWhatNoGraphCanBeAndSaysWhatCan() {
        assertEquals(
                "7 nodes of degree 3 would have half an edge; allowed: degree 2 or 4,"
                        + " or an even number of nodes",
                refusal(7, 3));
        assertEquals(
                "8 nodes of degree 8: there are too few; allowed: a degree from 2 to 7",
                refusal(8, 8));
        assertEquals(
                "7 nodes of degree 9: there are too few; allowed: an even degree from 2" + " to 6",
                refusal(7, 9));
        assertEquals(
                "8 nodes of degree 1 fall apart; allowed: a degree from 2 to 7", refusal(8, 1));
        assertEquals("2 nodes of degree 3: there are too few; allowed: degree 1", refusal(2, 3));
    }

    private static int kinds(int nodes, int degree) {
        Set<Graph> seen = new HashSet<>();
        for (long seed = 1; seed <= 2000; seed++) {
            seen.add(draw(nodes, degree, seed));
        }
        return seen.size();
    }

    private static Graph draw(int nodes, int degree, long seed) {
        return RandomRegular.of(nodes, degree, new RandomStream(seed)::nextInt);
    }

    private static String refusal(int nodes, int degree) {
        return String.valueOf(
                assertThrows(ImpossibleGraphException.class, () -> draw(nodes, degree, 1))
                        .getMessage());
    }
}
