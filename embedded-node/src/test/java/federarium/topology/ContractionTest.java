package federarium.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs whose eigenvalues are known in closed form. */
class ContractionTest {

    @Test
    void ofARingOfEightIsAsThePapersSay() {
        assertEquals(.8047, contraction(Graph.ring(8)), 5e-5);
    }

    /** λ of a ring: 1/3 + 2/3 cos(2πk/n). */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 8, 31, 100})
    void ofARingIsThatOfItsSlowestWave(int nodes) {
        assertEquals(
                1 / 3.0 + 2 / 3.0 * Math.cos(2 * Math.PI / nodes),
                contraction(Graph.ring(nodes)),
                1e-12);
    }

    /** λ of a torus: (1 + 2 cos(2πk/r) + 2 cos(2πl/c))/5. */
    @Test
    void ofATorusIsThatOfItsLongerSide() {
        assertEquals(
                (3 + 2 * Math.cos(2 * Math.PI / 10)) / 5, contraction(Torus.of(60).graph()), 1e-12);
    }

    /** A leaf keeps 1 − 1/n of its difference to another leaf. */
    @Test
    void ofAStarIsThatOfTwoLeaves() {
        assertEquals(.9, contraction(Graph.star(10)), 1e-12);
    }

    @Test
    void ofACompleteGraphIsZeroAndItsGapOne() {
        assertEquals(0, contraction(Graph.complete(8)), 1e-15);
        assertEquals(1, Mixing.of(Graph.complete(8)).spectralGap(), 1e-15);
        assertEquals(0, contraction(Graph.ring(2)), 1e-15);
        assertEquals(0, contraction(Graph.ring(1)), 1e-15);
    }

    /** K₃,₃: W = (I + A)/4, and A has the eigenvalues 3, 0 and −3. */
    @Test
    void isThatOfTheMostNegativeEigenvalueWhereThatIsLarger() {
        Graph graph =
                Graph.of(
                        6,
                        new int[][] {
                            {0, 3}, {0, 4}, {0, 5}, {1, 3}, {1, 4}, {1, 5}, {2, 3}, {2, 4}, {2, 5}
                        });

        assertEquals(.5, contraction(graph), 1e-12);
    }

    @Test
    void isOneWhereTheGraphFallsApart() {
        assertEquals(1, contraction(Graph.of(4, new int[][] {{0, 1}, {2, 3}})), 1e-12);
    }

    private static double contraction(Graph graph) {
        return Mixing.of(graph).contraction();
    }
}
