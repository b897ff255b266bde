package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeometricMedianTest {

    /**
     * From the mean 2.5: z = (10 ÷ 7.5) ÷ (3 ÷ 2.5 + 1 ÷ 7.5) = 1, then (10 ÷ 9) ÷ (3 + 1 ÷ 9) =
     * 5/14, then by the same step from 5/14 and from what that gives.
     */
    @Test
    void takesFourStepsOfWeiszfeldFromTheMean() {
        double third = 5 / 14.0;
        double fourth = step(step(third));
        Aggregate aggregate = new GeometricMedian(1).aggregate(Updates.ofOne(0, 0, 0, 10));

        assertEquals(fourth, aggregate.model().get(0), 1e-6);
        assertArrayEquals(
                new double[] {fourth, fourth, fourth, 10 - fourth},
                Updates.scores(aggregate),
                1e-6);
    }

    private static double step(double z) {
        return 10 / (10 - z) / (3 / z + 1 / (10 - z));
    }

    @Test
    void weighsByClosenessAndSumsToOne() {
        double[] weights =
                Updates.weights(new GeometricMedian(1).aggregate(Updates.ofOne(0, 0, 0, 10)));

        assertEquals(1, weights[0] + weights[1] + weights[2] + weights[3], 1e-12);
        assertEquals(weights[0], weights[1]);
        assertTrue(weights[3] < .02, () -> "weight " + weights[3]);
    }

    @Test
    void staysAtEqualUpdatesWhereEveryDistanceIsZero() {
        assertEquals(
                Weights.copyOf(3),
                new GeometricMedian(1).aggregate(Updates.ofOne(3, 3, 3)).model());
    }

    @Test
    void countsEveryClientAlikeWhateverExamplesItClaims() {
        Gathered round =
                Updates.from(
                        List.of(Updates.update(0, 1_000_000, 1, 9), Updates.update(1, 1, 1, -9)));

        assertEquals(Weights.copyOf(0), new GeometricMedian(1).aggregate(round).model());
    }
}
