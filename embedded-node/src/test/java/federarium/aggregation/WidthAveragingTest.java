package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.update.Slice;
import federarium.update.Slice.Range;
import federarium.update.Slices;
import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class WidthAveragingTest {
    /** Of three parameters, even clients have all, odd ones the first and the last. */
    private static final Slices SLICES =
            new Slices(
                    3,
                    List.of(Slice.whole(3), new Slice(List.of(new Range(0, 1), new Range(2, 3)))));

    private static final Weights MODEL = Weights.copyOf(100, 200, 300);

    @Test
    void averagesAParameterOverThoseThatHaveIt() {
        Aggregate aggregate =
                aggregate(
                        1,
                        new Gathered(
                                MODEL,
                                List.of(
                                        Updates.update(0, 1, 1, 4, 8, 12),
                                        Updates.update(1, 3, 1, 8, 16)),
                                Carried.NONE));

        assertEquals(Weights.copyOf(107, 208, 315), aggregate.model());
        assertArrayEquals(new double[] {.25, .75}, Updates.weights(aggregate));
    }

    @Test
    void leavesAParameterThatNobodyHasAsItIs() {
        Aggregate aggregate =
                aggregate(
                        .5,
                        new Gathered(
                                MODEL,
                                List.of(
                                        Updates.update(1, 3, 1, 2, 4),
                                        Updates.update(3, 1, 1, 6, 0)),
                                Carried.NONE));

        assertEquals(Weights.copyOf(101.5f, 200, 301.5f), aggregate.model());
    }

    @Test
    void isFedAvgWhereEverybodyHasTheWholeModel() {
        Gathered gathered = Updates.random(7, 1000);

        assertEquals(
                new FedAvg(.9).aggregate(gathered),
                new WidthAveraging(.9, Slices.whole(1000)).aggregate(gathered));
    }

    private static Aggregate aggregate(double rate, Gathered gathered) {
        return new WidthAveraging(rate, SLICES).aggregate(gathered);
    }
}
