package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class QFedAvgTest {

    /**
     * q = 1, L = 1 ÷ ½ = 2. Client 0: F = 1, x − y = −1, Δ' = 1 · 2 · −1 = −2, h = 2² + 2 · 1 = 6.
     * Client 1: F = 3, x − y = 1, Δ' = 3 · 2 · 1 = 6, h = 2² + 2 · 3 = 10. x −= 4 ÷ 16.
     */
    @Test
    void listensMoreToClientsOfHighLoss() {
        Aggregate aggregate = new QFedAvg(1, 1, .5).aggregate(losses(1, 3));

        assertEquals(-.25, aggregate.model().get(0), 1e-7);
        assertArrayEquals(new double[] {2 / 16.0, 6 / 16.0}, Updates.weights(aggregate), 1e-15);
        assertArrayEquals(new double[] {1, 3}, Updates.scores(aggregate));
    }

    /** The same round, and NormBound clips nothing. */
    @Test
    void isTheUnweightedMeanBitForBitWhereQIsZero() {
        Gathered noise = Updates.random(7, 100);
        Gathered round =
                Updates.from(
                        noise.updates().stream()
                                .map(update -> update.withLossBefore(update.examples()))
                                .toList());

        assertEquals(
                new NormBound(.7, 1e6).aggregate(round).model(),
                new QFedAvg(.7, 0, .1).aggregate(round).model());
    }

    @Test
    void takesALossOfZeroForATinyOne() {
        Aggregate aggregate = new QFedAvg(1, .5, .1).aggregate(losses(0, 0));

        assertEquals(0, aggregate.model().get(0));
        assertEquals(List.of(0, 1), Updates.taken(aggregate));
    }

    @Test
    void refusesALossThatCanBeNone() {
        for (double loss : new double[] {Double.NaN, -1, Double.POSITIVE_INFINITY}) {
            Aggregate aggregate = new QFedAvg(1, 0, .5).aggregate(losses(loss, 3));

            assertEquals(List.of(1), Updates.taken(aggregate));
            assertEquals("claims a loss of " + loss, aggregate.verdicts().getFirst().refusal());
            assertEquals(Weights.copyOf(-1), aggregate.model());
        }
    }

    @Test
    void leavesTheModelAloneWhereEveryLossIsRefused() {
        assertEquals(Weights.copyOf(0), new QFedAvg(1, 1, .5).aggregate(losses(-1, -1)).model());
    }

    /** Client 0 moves by 1, client 1 by −1. */
    private static Gathered losses(double first, double second) {
        return Updates.from(
                List.of(
                        Updates.update(0, 1, 1, 1).withLossBefore(first),
                        Updates.update(1, 1, 1, -1).withLossBefore(second)));
    }
}
