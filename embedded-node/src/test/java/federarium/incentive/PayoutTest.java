package federarium.incentive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PayoutTest {

    @Test
    void isTheSameForEach() {
        assertArrayEquals(new double[] {25, 25, 25, 25}, Payout.equal(100, 4));
    }

    @Test
    void followsTheRows() {
        assertArrayEquals(new double[] {10, 30, 0}, Payout.bySize(40, 100, 300, 0));
    }

    @Test
    void followsWhatAnUpdateWasWorthAndLeavesOutWhatHarmed() {
        assertArrayEquals(new double[] {75, 0, 25, 0}, Payout.byScore(100, .3, -.2, .1, 0), 1e-12);
    }

    /** −.2 against gains of .4 is half of the pot; −.5 would be more than the pot. */
    @Test
    void takesFromWhoHarmedNoMoreThanThePot() {
        assertArrayEquals(
                new double[] {75, -50, 25, -100},
                Payout.byScoreWithCosts(100, .3, -.2, .1, -.5),
                1e-12);
    }

    @Test
    void staysInThePotWhereNobodyHelped() {
        assertArrayEquals(new double[3], Payout.byScore(100, -.1, 0, -.3));
        assertArrayEquals(new double[3], Payout.byScoreWithCosts(100, -.1, 0, -.3));
        assertArrayEquals(new double[2], Payout.bySize(100, 0, 0));
    }

    @Test
    void isNeverMoreThanThePotToTheLastBit() {
        RandomStream random = new RandomStream(7);
        for (int i = 0; i < 20_000; i++) {
            double pot = random.nextDouble() * 10;
            double[] scores = new double[1 + random.nextInt(12)];
            Arrays.setAll(scores, k -> random.nextDouble());
            double sum = 0;
            for (double paid : Payout.byScore(pot, scores)) {
                sum += paid;
            }
            assertTrue(sum <= pot, sum + " of " + pot);
            assertTrue(sum > pot * (1 - 1e-14), sum + " of " + pot);
        }
    }

    @Test
    void refusesAPotBelowNothing() {
        assertThrows(IllegalArgumentException.class, () -> Payout.equal(-1, 2));
        assertThrows(IllegalArgumentException.class, () -> Payout.equal(Double.NaN, 2));
    }
}
