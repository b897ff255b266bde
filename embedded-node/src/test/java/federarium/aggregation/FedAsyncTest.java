package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.update.ClientUpdate;
import federarium.update.Weights;
import org.junit.jupiter.api.Test;

class FedAsyncTest {
    private static final Weights TODAY = Weights.copyOf(8, 0);
    private static final Weights SENT = Weights.copyOf(4, 2);
    private static final ClientUpdate UPDATE = Updates.update(3, 5, 1, 8, -2);
    private static final FedAsync RULE = new FedAsync(.5, new Staleness.Polynomial(.5));

    /** y = (12, 0); half way from (8, 0) to it. */
    @Test
    void goesAlphaOfTheWayToTheClientsModel() {
        Aggregate aggregate = RULE.aggregate(TODAY, SENT, UPDATE, 0, Carried.NONE);

        assertEquals(Weights.copyOf(10, 0), aggregate.model());
    }

    /** .5 · (3 + 1)^−.5 = .25 of the way. */
    @Test
    void goesLessOfTheWayToAStaleModel() {
        Aggregate aggregate = RULE.aggregate(TODAY, SENT, UPDATE, 3, Carried.NONE);

        assertEquals(Weights.copyOf(9, 0), aggregate.model());
        assertArrayEquals(new double[] {.25}, Updates.weights(aggregate));
        assertArrayEquals(new double[] {3}, Updates.scores(aggregate));
    }

    /** A weight that was compounded would be smaller the second time. */
    @Test
    void givesEveryUpdateAWeightOfItsOwn() {
        Aggregate first = RULE.aggregate(TODAY, SENT, UPDATE, 3, Carried.NONE);
        Aggregate second = RULE.aggregate(first.model(), SENT, UPDATE, 3, first.carried());

        assertArrayEquals(new double[] {.25}, Updates.weights(second));
    }

    @Test
    void becomesTheClientsModelAtAlphaOne() {
        FedAsync whole = new FedAsync(1, new Staleness.Constant());

        assertEquals(
                Weights.copyOf(12, 0),
                whole.aggregate(TODAY, SENT, UPDATE, 7, Carried.NONE).model());
    }
}
