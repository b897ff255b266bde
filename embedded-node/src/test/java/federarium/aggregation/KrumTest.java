package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class KrumTest {

    /**
     * f = 1 of 5, so 2 neighbours. 0: 1 + 9 = 10, 1: 1 + 4 = 5, 3: 2.25 + 4 = 6.25, 4.5: 2.25 +
     * 12.25 = 14.5, 100: 95.5² + 97² = 18529.25.
     */
    private static final Gathered FIVE = Updates.ofOne(100, 1, 3, 4.5f, 0);

    @Test
    void takesTheUpdateClosestToItsNeighbours() {
        Aggregate aggregate = new Krum(1, 1).aggregate(FIVE);

        assertEquals(Weights.copyOf(1), aggregate.model());
        assertArrayEquals(new double[] {0, 1, 0, 0, 0}, Updates.weights(aggregate));
    }

    @Test
    void tellsEveryScoreAndWhyTheOthersAreRefused() {
        Aggregate aggregate = new Krum(1, 1).aggregate(FIVE);

        assertArrayEquals(
                new double[] {18529.25, 5, 6.25, 14.5, 10}, Updates.scores(aggregate), 1e-9);
        assertEquals(List.of(1), Updates.taken(aggregate));
        assertEquals("its Krum score is not the lowest", aggregate.verdicts().getFirst().refusal());
    }

    @Test
    void rejectsAnOutlierWithinTheByzantineBound() {
        Gathered round =
                Updates.of(
                        new float[] {1, 1},
                        new float[] {1, 1.1f},
                        new float[] {-9, 9},
                        new float[] {1.1f, 1},
                        new float[] {-9, 9},
                        new float[] {.9f, 1},
                        new float[] {1, .9f});

        assertEquals(Weights.copyOf(1, 1), new Krum(1, 2).aggregate(round).model());
    }

    /** Each has one neighbour, at distance 1. */
    @Test
    void takesTheLowerClientOfTwoEqualScores() {
        assertEquals(List.of(0), Updates.taken(new Krum(1, 0).aggregate(Updates.ofOne(7, 6, 5))));
    }

    @Test
    void countsEveryClientAlikeWhateverExamplesItClaims() {
        Gathered round =
                Updates.from(
                        List.of(
                                Updates.update(0, 1, 1, 0),
                                Updates.update(1, 1, 1, 1),
                                Updates.update(2, 1_000_000, 1, 9)));

        assertEquals(Weights.copyOf(0), new Krum(1, 0).aggregate(round).model());
    }

    @Test
    void leavesTheModelAloneWithFewerThanTwoFAndThreeUpdates() {
        Aggregate aggregate = new Krum(1, 1).aggregate(Updates.ofOne(1, 1, 1, 1));

        assertEquals(Weights.copyOf(0), aggregate.model());
        assertEquals(List.of(), Updates.taken(aggregate));
        assertEquals(
                "Krum with f = 1 needs 5 updates, and 4 came",
                aggregate.verdicts().getFirst().refusal());
    }

    @Test
    void survivesDistancesBeyondFloats() {
        Gathered round = Updates.ofOne(1, 2, 3, 3e38f, -3e38f, 2);

        assertEquals(Weights.copyOf(2), new Krum(1, 1).aggregate(round).model());
    }
}
