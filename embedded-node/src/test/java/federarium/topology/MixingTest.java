package federarium.topology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.random.RandomStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MixingTest {

    @Test
    void weighsAnEdgeByTheLargerOfItsTwoDegrees() {
        // 0 — 1 — 2 — 3: the ends have one neighbour, those between two.
        Mixing path = Mixing.of(Graph.of(4, new int[][] {{0, 1}, {1, 2}, {2, 3}}));
        double third = 1 / 3.0;
        double[][] expected = {
            {2 * third, third, 0, 0},
            {third, third, third, 0},
            {0, third, third, third},
            {0, 0, third, 2 * third}
        };

        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertEquals(expected[i][j], path.weight(i, j), 1e-15, i + ", " + j);
            }
        }
    }

    static Stream<Graph> graphs() {
        return Stream.of(
                Graph.ring(8),
                Torus.of(12).graph(),
                Graph.complete(7),
                RandomRegular.of(20, 3, new RandomStream(1)::nextInt),
                SmallWorld.of(20, new RandomStream(1)::nextInt),
                Graph.star(9));
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void isSymmetricAndDoublyStochastic(Graph graph) {
        Mixing mixing = Mixing.of(graph);
        for (int i = 0; i < graph.nodes(); i++) {
            double sum = 0;
            for (int j = 0; j < graph.nodes(); j++) {
                assertEquals(mixing.weight(i, j), mixing.weight(j, i), i + ", " + j);
                sum += mixing.weight(i, j);
            }
            assertEquals(1, sum, 1e-12, "row " + i);
        }
    }

    @Test
    void aStepTakesTheWeightedMeanOfNeighboursAndItself() {
        // Leaves weigh the centre by 1/3 and themselves by 2/3; the centre all three alike.
        float[][] next = Mixing.of(Graph.star(3)).step(new float[][] {{3, 0}, {6, 3}, {9, -3}});

        assertArrayEquals(new float[] {6, 0}, next[0]);
        assertArrayEquals(new float[] {5, 2}, next[1]);
        assertArrayEquals(new float[] {7, -2}, next[2]);
    }

    @Test
    void aStepOnTheCompleteGraphGivesEveryNodeTheUnweightedMean() {
        float[][] next =
                Mixing.of(Graph.complete(4)).step(new float[][] {{1, 8}, {2, 0}, {3, 0}, {6, 0}});

        for (float[] vector : next) {
            assertArrayEquals(new float[] {3, 2}, vector);
        }
    }
}
