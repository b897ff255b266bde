package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.update.Weights;
import org.junit.jupiter.api.Test;

class MultiKrumTest {

    /** The scores of KrumTest: 18529.25, 5, 6.25, 14.5, 10. */
    private static final Gathered FIVE = Updates.ofOne(100, 1, 3, 4.5f, 0);

    /** n − f − 2 = 2 of the lowest: 1 and 3. */
    @Test
    void averagesAsManyAsTheBoundLets() {
        Aggregate aggregate = new MultiKrum(1, 1, null).aggregate(FIVE);

        assertEquals(Weights.copyOf(2), aggregate.model());
        assertArrayEquals(new double[] {0, .5, .5, 0, 0}, Updates.weights(aggregate));
        assertEquals(
                "its Krum score is not among the 2 lowest",
                aggregate.verdicts().getLast().refusal());
    }

    @Test
    void isKrumWhereOneIsSelected() {
        assertEquals(
                new Krum(1, 1).aggregate(FIVE).model(),
                new MultiKrum(1, 1, 1).aggregate(FIVE).model());
    }

    @Test
    void leavesTheModelAloneWithTooFewUpdatesForItsSelection() {
        Aggregate aggregate = new MultiKrum(1, 1, 3).aggregate(FIVE);

        assertEquals(Weights.copyOf(0), aggregate.model());
        assertEquals(
                "Multi-Krum with f = 1 needs 6 updates, and 5 came",
                aggregate.verdicts().getFirst().refusal());
    }
}
