package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.update.Weights;
import org.junit.jupiter.api.Test;

class CentredClippingTest {

    /** (3, 4) is 5 long and becomes (.6, .8); (0, .5) stays; their mean. */
    @Test
    void clipsAroundZeroInTheFirstRound() {
        Gathered round = Updates.of(new float[] {3, 4}, new float[] {0, .5f});
        Aggregate aggregate = new CentredClipping(1, 1).aggregate(round);

        assertArrayEquals(new float[] {.3f, .65f}, aggregate.model().toArray(), 1e-7f);
        assertArrayEquals(new double[] {.1, .5}, Updates.weights(aggregate), 1e-15);
        assertArrayEquals(new double[] {5, .5}, Updates.scores(aggregate), 1e-15);
    }

    /** v = 1 after the first round; then 11 is clipped to 1 + 1, and v = 1.5. */
    @Test
    void clipsAroundTheLastAggregateFromThenOn() {
        CentredClipping rule = new CentredClipping(1, 1);
        Aggregate first = rule.aggregate(Updates.ofOne(1, 1));
        Aggregate second = rule.aggregate(Updates.after(first, 11, 1));

        assertEquals(Weights.copyOf(1), first.model());
        assertEquals(Weights.copyOf(2.5f), second.model());
    }

    @Test
    void isTheUnweightedMeanWhereNothingIsClipped() {
        Gathered round = Updates.random(5, 50);

        assertEquals(
                new NormBound(1, 1e6).aggregate(round).model(),
                new CentredClipping(1, 1e6).aggregate(round).model());
    }
}
