package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.update.Weights;
import org.junit.jupiter.api.Test;

class TrimmedMeanTest {

    @Test
    void leavesOutAShareOfTheValuesAtEitherEnd() {
        Gathered round = Updates.ofOne(100, 2, 4, -90, 3);
        Aggregate aggregate = new TrimmedMean(1, .2).aggregate(round);

        assertEquals(Weights.copyOf(3), aggregate.model());
        assertArrayEquals(
                new double[] {0, 1 / 3.0, 1 / 3.0, 0, 1 / 3.0}, Updates.weights(aggregate));
    }

    /** Client 0 is at an end in the first parameter only: 5 kept values of 2 · 3. */
    @Test
    void looksAtEveryParameterForItself() {
        Gathered round =
                Updates.of(
                        new float[] {9, 1},
                        new float[] {1, 0},
                        new float[] {2, 2},
                        new float[] {0, 9},
                        new float[] {3, -9});
        Aggregate aggregate = new TrimmedMean(1, .2).aggregate(round);

        assertEquals(Weights.copyOf(2, 1), aggregate.model());
        assertArrayEquals(
                new double[] {1 / 6.0, 2 / 6.0, 2 / 6.0, 0, 1 / 6.0}, Updates.weights(aggregate));
    }

    @Test
    void dropsNobodyWhereTheShareIsLessThanOne() {
        assertEquals(
                Weights.copyOf(25),
                new TrimmedMean(1, .2).aggregate(Updates.ofOne(0, 0, 0, 100)).model());
    }

    /** .29 · 100 is 28.999999999999996 in doubles. */
    @Test
    void dropsAsManyAsTheShareSaysInDecimals() {
        float[] values = new float[100];
        for (int i = 0; i < 100; i++) {
            values[i] = i < 71 ? 0 : 1e6f;
        }
        assertEquals(
                Weights.copyOf(0),
                new TrimmedMean(1, .29).aggregate(Updates.ofOne(values)).model());
    }

    @Test
    void isTheUnweightedMeanWhereNothingIsTrimmed() {
        Gathered round = Updates.random(6, 40_000);
        Weights model = new TrimmedMean(1, 0).aggregate(round).model();

        for (int i = 0; i < 40_000; i++) {
            assertEquals(Updates.mean(round, i), model.get(i), 1e-6);
        }
    }
}
