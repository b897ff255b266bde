package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class FedNovaTest {

    /** Equal examples, 1 and 3 steps: τ_eff = 2, weights ½ · 2 ÷ 1 and ½ · 2 ÷ 3; 3 + 1 = 4. */
    @Test
    void letsNobodyPullHarderByTakingMoreSteps() {
        Gathered round =
                Updates.from(List.of(Updates.update(0, 5, 1, 3), Updates.update(1, 5, 3, 3)));
        Aggregate aggregate = new FedNova(1).aggregate(round);

        assertArrayEquals(new double[] {1, 1 / 3.0}, Updates.weights(aggregate), 1e-15);
        assertEquals(Weights.copyOf(4), aggregate.model());
    }

    /** n = 1 and 3, τ = 2 and 6: τ_eff = 5, weights ¼ · 5 ÷ 2 and ¾ · 5 ÷ 6; 5 + 5 = 10. */
    @Test
    void weighsTheStepsByExamples() {
        Gathered round =
                Updates.from(List.of(Updates.update(0, 1, 2, 8), Updates.update(1, 3, 6, 8)));

        assertEquals(Weights.copyOf(10), new FedNova(1).aggregate(round).model());
    }

    /** β ½: 1 + 1½ + 1¾. */
    @Test
    void knowsThatMomentumCarriesFarther() {
        assertEquals(4.25, new FedNova(1, .5, 0).reach(3));
    }

    /** (1 − ½³) ÷ ½. */
    @Test
    void knowsThatAPullHoldsBack() {
        assertEquals(1.75, new FedNova(1, 0, .5).reach(3));
    }

    /** The reaches are 1 and 1½: τ_eff = 1¼, weights ½ · 1¼ ÷ 1 and ½ · 1¼ ÷ 1½. */
    @Test
    void dividesByTheReachAndNotByTheSteps() {
        Gathered round =
                Updates.from(List.of(Updates.update(0, 5, 1, 3), Updates.update(1, 5, 2, 3)));

        assertArrayEquals(
                new double[] {.625, .625 / 1.5},
                Updates.weights(new FedNova(1, 0, .5).aggregate(round)),
                1e-15);
    }

    @Test
    void isFedAvgBitForBitWhereAllTakeAsManySteps() {
        Gathered round = Updates.random(7, 100);

        assertEquals(
                new FedAvg(.7).aggregate(round).model(), new FedNova(.7).aggregate(round).model());
    }
}
