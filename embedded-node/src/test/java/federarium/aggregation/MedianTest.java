package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void takesTheMiddleValueOfEveryParameter() {
        Gathered round =
                Updates.of(new float[] {1, -5}, new float[] {1e9f, 0}, new float[] {2, -3});
        Aggregate aggregate = new Median(1).aggregate(round);

        assertEquals(Weights.copyOf(2, -3), aggregate.model());
        assertArrayEquals(new double[] {0, 0, 1}, Updates.weights(aggregate));
    }

    @Test
    void takesTheMeanOfTheMiddleTwoOfAnEvenNumber() {
        Aggregate aggregate = new Median(1).aggregate(Updates.ofOne(-100, 1, 4, 100));

        assertEquals(Weights.copyOf(2.5f), aggregate.model());
        assertArrayEquals(new double[] {0, .5, .5, 0}, Updates.weights(aggregate));
    }

    @Test
    void isAnOnlyClientsUpdate() {
        assertEquals(Weights.copyOf(7), new Median(1).aggregate(Updates.ofOne(7)).model());
    }

    @Test
    void movesByTheServerRate() {
        assertEquals(Weights.copyOf(1), new Median(.5).aggregate(Updates.ofOne(2, 2, 9)).model());
    }

    /** The last of the blocks is short, and there are several parts. */
    @Test
    void isTheMiddleOfTheSortedValuesInEveryBlock() {
        Gathered round = Updates.random(5, 40_001);
        Weights model = new Median(1).aggregate(round).model();

        for (int i = 0; i < 40_001; i++) {
            int parameter = i;
            double[] values =
                    round.updates().stream()
                            .mapToDouble(update -> update.delta().get(parameter))
                            .sorted()
                            .toArray();
            assertEquals((float) values[2], model.get(i));
        }
    }

    @Test
    void staysAtEqualUpdates() {
        assertEquals(List.of(0, 1), Updates.taken(new Median(1).aggregate(Updates.ofOne(3, 3))));
        assertEquals(Weights.copyOf(3), new Median(1).aggregate(Updates.ofOne(3, 3)).model());
    }
}
