package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulyanTest {

    /**
     * f = 1 of 7. Krum one by one, in brackets the score and the neighbours: 2 (10 of 4, as 3, but
     * its client comes first), 3 (9 of 3), 1 (10 of 2, as 4), 4 (1 of 1, as 5), 0 (25 of 1, as 5).
     * Left are 0, 1, 2, 3, 4, median 2; the three closest to it are 1, 2, 3.
     */
    @Test
    void averagesWhatIsClosestToTheMedianOfThoseThatKrumChooses() {
        Aggregate aggregate = new Bulyan(1, 1).aggregate(Updates.ofOne(1000, 0, 1, 2, 3, 4, 5));

        assertEquals(Weights.copyOf(2), aggregate.model());
        assertEquals(List.of(1, 2, 3, 4, 5), Updates.taken(aggregate));
        assertArrayEquals(
                new double[] {0, 0, 1 / 3.0, 1 / 3.0, 1 / 3.0, 0, 0}, Updates.weights(aggregate));
    }

    @Test
    void tellsTheKrumScoresAmongAll() {
        Aggregate aggregate = new Bulyan(1, 1).aggregate(Updates.ofOne(1000, 0, 1, 2, 3, 4, 5));

        assertArrayEquals(
                new double[] {30, 15, 10, 10, 15, 30},
                java.util.Arrays.copyOfRange(Updates.scores(aggregate), 1, 7),
                1e-9);
        assertEquals(
                "not among the 5 that Krum chose one by one",
                aggregate.verdicts().getLast().refusal());
    }

    /** Of 0, 0, 0, 3, 4 the three closest to 0 are all 0, not the middle three. */
    @Test
    void leavesOutWhatIsFarFromTheMedianAtOneEndOnly() {
        Aggregate aggregate = new Bulyan(1, 1).aggregate(Updates.ofOne(0, 0, 0, 3, 4, 900, 1000));

        assertEquals(Weights.copyOf(0), aggregate.model());
    }

    @Test
    void isTheUnweightedMeanWhereNobodyIsHostile() {
        Gathered round = Updates.random(5, 3);
        Aggregate aggregate = new Bulyan(1, 0).aggregate(round);

        for (int i = 0; i < 3; i++) {
            assertEquals(Updates.mean(round, i), aggregate.model().get(i), 1e-6);
        }
        assertEquals(5, Updates.taken(aggregate).size());
    }

    @Test
    void leavesTheModelAloneWithFewerThanFourFAndThreeUpdates() {
        Aggregate aggregate = new Bulyan(1, 1).aggregate(Updates.ofOne(1, 1, 1, 1, 1, 1));

        assertEquals(Weights.copyOf(0), aggregate.model());
        assertEquals(
                "Bulyan with f = 1 needs 7 updates, and 6 came",
                aggregate.verdicts().getFirst().refusal());
    }
}
