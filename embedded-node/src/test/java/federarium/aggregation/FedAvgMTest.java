package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class FedAvgMTest {

    /** v = 4, then ½ · 4 + 2 = 4, then ½ · 4 − 1 = 1; x = 4, 8, 9. */
    @Test
    void goesOnInTheDirectionOfTheRoundsBefore() {
        FedAvgM rule = new FedAvgM(1, .5);
        Aggregate first = rule.aggregate(Updates.ofOne(4));
        Aggregate second = rule.aggregate(Updates.after(first, 2));
        Aggregate third = rule.aggregate(Updates.after(second, -1));

        assertEquals(Weights.copyOf(4), first.model());
        assertEquals(Weights.copyOf(8), second.model());
        assertEquals(Weights.copyOf(9), third.model());
    }

    @Test
    void scalesTheStepAndNotTheMomentumByTheServerRate() {
        FedAvgM rule = new FedAvgM(.5, .5);
        Aggregate first = rule.aggregate(Updates.ofOne(4));
        Aggregate second = rule.aggregate(Updates.after(first, 2));

        assertEquals(Weights.copyOf(2), first.model());
        assertEquals(Weights.copyOf(4), second.model());
    }

    @Test
    void isFedAvgBitForBitWithoutMomentum() {
        Gathered round = Updates.random(7, 100);
        Aggregate first = new FedAvgM(.7, 0).aggregate(round);
        Aggregate second =
                new FedAvgM(.7, 0)
                        .aggregate(new Gathered(first.model(), round.updates(), first.carried()));
        Aggregate plain = new FedAvg(.7).aggregate(round);

        assertEquals(plain.model(), first.model());
        assertEquals(
                new FedAvg(.7)
                        .aggregate(new Gathered(plain.model(), round.updates(), Carried.NONE))
                        .model(),
                second.model());
    }

    @Test
    void weighsClientsByTheirExamples() {
        Gathered round =
                Updates.from(List.of(Updates.update(0, 1, 1, 8), Updates.update(1, 3, 1, 0)));
        Aggregate aggregate = new FedAvgM(1, .9).aggregate(round);

        assertEquals(Weights.copyOf(2), aggregate.model());
        assertArrayEquals(new double[] {.25, .75}, Updates.weights(aggregate));
    }
}
