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
        assertEquals(Weights.copyOf(6, 26), aggregate(1, THREE).model());
    }

    @Test
    void tellsEveryClientTheWeightItWasGiven() {
        assertEquals(
                List.of(
                        Verdict.taken(0, 1 / 8.0, null),
                        Verdict.taken(1, 2 / 8.0, null),
                        Verdict.taken(2, 5 / 8.0, null)),
                aggregate(1, THREE).verdicts());
    }

    @Test
    void movesHalfAsFarAtAServerRateOfAHalf() {
        assertEquals(Weights.copyOf(8, 23), aggregate(.5, THREE).model());
    }

    @Test
    void staysAtAServerRateOfZero() {
        assertEquals(GLOBAL, aggregate(0, THREE).model());
    }

    @Test
    void givesTheModelOfItsClientsWhereAllAreEqual() {
        List<ClientUpdate> equal =
                List.of(update(0, 7, .3f, -.1f), update(1, 7, .3f, -.1f), update(2, 7, .3f, -.1f));

        assertArrayEquals(new float[] {10.3f, 19.9f}, aggregate(1, equal).model().toArray(), 2e-6f);
    }

    @Test
    void takesAnOnlyClientsModel() {
        assertEquals(Weights.copyOf(11, 18), aggregate(1, List.of(update(3, 600, 1, -2))).model());
    }

    @Test
    void addsUpMoreExamplesThanAnIntHolds() {
        int many = Integer.MAX_VALUE;
        List<ClientUpdate> updates = List.of(update(0, many, 2, 0), update(1, many, 0, 2));

        assertEquals(Weights.copyOf(11, 21), aggregate(1, updates).model());
    }

    private static Aggregate aggregate(double serverLearningRate, List<ClientUpdate> updates) {
        return new FedAvg(serverLearningRate)
                .aggregate(new Gathered(GLOBAL, updates, Carried.NONE));
    }

    private static ClientUpdate update(int client, int examples, float... delta) {
        return new ClientUpdate(client, 1, examples, 1, .5, Weights.copyOf(delta));
    }
}
