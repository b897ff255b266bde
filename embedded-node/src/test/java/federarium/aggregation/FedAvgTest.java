package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.aggregation.Aggregate.Verdict;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class FedAvgTest {
    private static final Weights GLOBAL = Weights.copyOf(10, 20);

    /** 1/8 · (8, 0) + 2/8 · (0, 4) + 5/8 · (−8, 8) = (−4, 6). */
    private static final List<ClientUpdate> THREE =
            List.of(update(0, 1, 8, 0), update(1, 2, 0, 4), update(2, 5, -8, 8));

    @Test
    void movesTheModelByTheMeanWeightedByExamples() {
        assertEquals(Weights.copyOf(6, 26), FedAvg.aggregate(GLOBAL, THREE, 1).model());
    }

    @Test
    void tellsEveryClientTheWeightItWasGiven() {
        assertEquals(
                List.of(new Verdict(0, 1 / 8.0), new Verdict(1, 2 / 8.0), new Verdict(2, 5 / 8.0)),
                FedAvg.aggregate(GLOBAL, THREE, 1).verdicts());
    }

    @Test
    void movesHalfAsFarAtAServerRateOfAHalf() {
        assertEquals(Weights.copyOf(8, 23), FedAvg.aggregate(GLOBAL, THREE, .5).model());
    }

    @Test
    void staysAtAServerRateOfZero() {
        assertEquals(GLOBAL, FedAvg.aggregate(GLOBAL, THREE, 0).model());
    }

    @Test
    void givesTheModelOfItsClientsWhereAllAreEqual() {
        List<ClientUpdate> equal =
                List.of(update(0, 7, .3f, -.1f), update(1, 7, .3f, -.1f), update(2, 7, .3f, -.1f));

        assertArrayEquals(
                new float[] {10.3f, 19.9f},
                FedAvg.aggregate(GLOBAL, equal, 1).model().toArray(),
                2e-6f);
    }

    @Test
    void takesAnOnlyClientsModel() {
        assertEquals(
                Weights.copyOf(11, 18),
                FedAvg.aggregate(GLOBAL, List.of(update(3, 600, 1, -2)), 1).model());
    }

    @Test
    void leavesTheModelAloneWithoutUpdates() {
        Aggregate aggregate = FedAvg.aggregate(Weights.copyOf(1, -0f), List.of(), 1);

        assertEquals(new Aggregate(Weights.copyOf(1, -0f), List.of()), aggregate);
    }

    @Test
    void addsUpMoreExamplesThanAnIntHolds() {
        int many = Integer.MAX_VALUE;
        List<ClientUpdate> updates = List.of(update(0, many, 2, 0), update(1, many, 0, 2));

        assertEquals(Weights.copyOf(11, 21), FedAvg.aggregate(GLOBAL, updates, 1).model());
    }

    private static ClientUpdate update(int client, int examples, float... delta) {
        return new ClientUpdate(client, 1, examples, 1, .5, Weights.copyOf(delta));
    }
}
