package federarium.privacy.secagg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuaranteeTest {

    @Test
    void givesAHundredNodesTwentyOneNeighboursAtTenPerCentAndFortyOneAtTwenty() {
        assertEquals(new Guarantee(100, 10, 10, 21, 11, true), Guarantee.of(100, .1, .1));
        assertEquals(new Guarantee(100, 20, 20, 41, 21, true), Guarantee.of(100, .2, .2));
    }

    @Test
    void givesFiftyNodesSixteenNeighboursAsAStandard() {
        assertEquals(new Guarantee(50, 5, 10, 16, 6, true), Guarantee.standard(50));
    }

    @Test
    void givesFiftyNodesTwentyOneNeighboursAtTwentyPerCent() {
        assertEquals(new Guarantee(50, 10, 10, 21, 11, true), Guarantee.of(50, .2, .2));
    }

    @Test
    void roundsAnOddDegreeUpForAnOddNumberOfNodes() {
        assertEquals(new Guarantee(51, 10, 10, 22, 11, true), Guarantee.of(51, .2, .2));
    }

    @Test
    void takesTheCompleteGraphAndTwoThirdsForFewNodes() {
        assertEquals(new Guarantee(30, 3, 3, 29, 21, true), Guarantee.of(30, .1, .1));
        assertTrue(Guarantee.of(30, .1, .1).complete());
        assertFalse(Guarantee.of(31, .1, .1).complete());
    }

    @Test
    void leavesEnoughNodesForTheThresholdAndMoreThanCollude() {
        for (int nodes = 4; nodes < 120; nodes++) {
            for (double corrupt : List.of(0., .1, .3)) {
                for (double dropped : List.of(0., .2, .4)) {
                    Guarantee bears = Guarantee.of(nodes, corrupt, dropped);
                    String which = bears.toString();
                    assertTrue(bears.threshold() > bears.corrupt(), which);
                    assertTrue(bears.fewest() <= nodes - bears.dropped(), which);
                    assertTrue(bears.degree() + 1 - bears.dropped() >= bears.threshold(), which);
                    assertTrue(bears.degree() * nodes % 2 == 0, which);
                }
            }
        }
    }

    @Test
    void letsChanceDoForAThousandNodes() {
        Guarantee bears = Guarantee.of(1000, .1, .1);

        assertFalse(bears.certain());
        assertTrue(bears.degree() < 100, bears.toString());
        // Neither is it larger than it must be: the next smaller degree fails one of the bounds.
        Likelihood chance = new Likelihood(1000, 100, 100);
        int smaller = bears.degree() - 2;
        assertFalse(chance.bears(smaller, chance.threshold(smaller)));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 68})
    void findsTheThresholdThatExactArithmeticFinds(int degree) {
        Likelihood chance = new Likelihood(1000, 100, 100);
        int threshold = chance.threshold(degree);
        // n·P[H ≥ t] < 2⁻⁴⁰, in whole numbers: n·Σ ways·2⁴⁰ < all ways.
        assertTrue(betrayed(degree, threshold).compareTo(choose(999, degree)) < 0);
        assertTrue(betrayed(degree, threshold - 1).compareTo(choose(999, degree)) >= 0);
    }

    @Test
    void refusesMoreThanThereAre() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Guarantee.of(10, .5, .4));

        assertEquals(
                "no masking of 10 nodes bears 5 that collude and 4 that drop out; allowed: 3 nodes"
                        + " or more, at least two of which do neither",
                refused.getMessage());
    }

    private static BigInteger betrayed(int degree, int threshold) {
        BigInteger ways = BigInteger.ZERO;
        for (int hit = threshold; hit <= degree; hit++) {
            ways = ways.add(choose(100, hit).multiply(choose(899, degree - hit)));
        }
        return ways.multiply(BigInteger.valueOf(1000)).shiftLeft(40);
    }

    private static BigInteger choose(int n, int k) {
        BigInteger ways = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            ways = ways.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return ways;
    }
}
