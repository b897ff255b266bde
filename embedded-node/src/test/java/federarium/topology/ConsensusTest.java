package federarium.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.random.RandomStream;
import org.junit.jupiter.api.Test;

class ConsensusTest {
    private static final int PARAMETERS = 200;

    /** What models rounded to float32 may add to a ratio while they are more than 1e-3 apart. */
    private static final double FLOAT_ROUNDING = 1e-5;

    @Test
    void isTheRootMeanSquareDistanceToTheMean() {
        // Mean (3, 4); distances 5, 5, 0 and 0.
        assertEquals(
                Math.sqrt(50 / 4.0),
                Consensus.distance(new float[][] {{0, 0}, {6, 8}, {3, 4}, {3, 4}}));
    }

    @Test
    void isZeroWhereAllAgree() {
        assertEquals(0, Consensus.distance(new float[][] {{.1f, 2}, {.1f, 2}, {.1f, 2}}), 1e-12);
    }

    /** Five sets of random starts, without training. */
    @Test
    void onARingOfEightShrinksByTheContractionFactorInTheLongRunAndNeverByLess() {
        Mixing ring = Mixing.of(Graph.ring(8));
        double factor = 1 / 3.0 + 2 / 3.0 * Math.cos(2 * Math.PI / 8);
        for (long seed = 1; seed <= 5; seed++) {
            float[][] models = starts(8, new RandomStream(seed));
            double distance = Consensus.distance(models);
            for (int round = 1; round <= 30; round++) {
                models = ring.step(models);
                double next = Consensus.distance(models);
                double ratio = next / distance;
                String where = "seed %d, round %d: %f".formatted(seed, round, ratio);
                assertTrue(ratio <= factor + FLOAT_ROUNDING, where);
                assertTrue(round <= 10 || ratio > .99 * factor, where);
                distance = next;
            }
        }
    }

    @Test
    void onTheCompleteGraphIsGoneAfterOneStep() {
        float[][] models = Mixing.of(Graph.complete(8)).step(starts(8, new RandomStream(1)));

        assertEquals(0, Consensus.distance(models), 1e-6);
    }

    private static float[][] starts(int nodes, RandomStream random) {
        float[][] models = new float[nodes][PARAMETERS];
        for (float[] model : models) {
            for (int k = 0; k < PARAMETERS; k++) {
                model[k] = (float) random.nextGaussian();
            }
        }
        return models;
    }
}
