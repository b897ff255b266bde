package federarium.incentive;

import static federarium.incentive.CoalitionModel.FIXED;
import static federarium.incentive.CoalitionModel.RENORMALISED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Player 0 has skewed rows and steps from 0 to 4, past the 1 that all rows together want; player 1
 * sends back what it got. A model y is worth −(y − 1)².
 */
class FreeRiderTest {
    private static double[] scores(CoalitionModel coalitions) {
        RoundModels models =
                new RoundModels(
                        Weights.zeros(1),
                        1,
                        List.of(Weights.copyOf(4), Weights.zeros(1)),
                        new double[] {.25, .75},
                        coalitions);
        return Games.exact(Games.of(2, s -> -Math.pow(models.of(s).get(0) - 1, 2)));
    }

    /** With and without the rider player 0's model is 1, worth 0, and the start −1. */
    @Test
    void isPaidNothingWhereWeightsAreFixed() {
        assertArrayEquals(new double[] {1, 0}, scores(FIXED));
    }

    /**
     * Alone player 0's model is 4, worth −9; the rider damps it to 1, worth 0. Together they gain
     * 1, of which the rider gets (0 + 9) ÷ 2 and player 0 (−8 + 1) ÷ 2.
     */
    @Test
    void isPaidForDampingWhereWeightsAreRenormalised() {
        assertArrayEquals(new double[] {-3.5, 4.5}, scores(RENORMALISED));
    }
}
