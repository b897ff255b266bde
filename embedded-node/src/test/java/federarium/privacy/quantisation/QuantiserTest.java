package federarium.privacy.quantisation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.random.RandomStream;
import federarium.update.Weights;
import org.junit.jupiter.api.Test;

class QuantiserTest {
    private static final Quantiser STANDARD = Quantiser.STANDARD;

    /** Four levels over [−2, 2]: a level is worth 1. */
    private static final Quantiser COARSE = new Quantiser(4, 2);

    @Test
    void writesWholeLevelsWithTheFactorBehindThem() {
        Quantised coded = COARSE.encode(Weights.copyOf(-2, 1, .4f), 5, 5, Rounding.nearest());

        assertEquals(RingVector.copyOf(-2, 1, 0, 2), coded.values());
        assertEquals(0, coded.clipped());
    }

    @Test
    void multipliesByTheShareOfExamplesFirst() {
        Quantised coded = STANDARD.encode(Weights.copyOf(4), 1, 4, Rounding.nearest());

        assertEquals(RingVector.copyOf(1 << 18, 1 << 19), coded.values());
    }

    @Test
    void givesTheMeanWeightedByExamples() {
        int[] sum = new int[3];
        encoded(Weights.copyOf(1, -7), 3).addTo(sum);
        encoded(Weights.copyOf(5, 1), 1).addTo(sum);

        Weights mean = STANDARD.mean(RingVector.owning(sum));

        assertArrayEquals(new float[] {2, -5}, mean.toArray(), (float) (2 * STANDARD.step()));
    }

    @Test
    void givesANodeWithAlmostNoExamplesTheSmallestFactorNotNone() {
        RingVector coded =
                STANDARD.encode(Weights.copyOf(1), 1, 1L << 40, Rounding.nearest()).values();

        assertEquals(1, coded.get(1));
    }

    @Test
    void movesWhatLiesOutsideToTheEdgeAndCountsIt() {
        Weights update =
                Weights.copyOf(8, -8, 8.001f, -9, Float.MAX_VALUE, Float.NEGATIVE_INFINITY);

        Quantised coded = STANDARD.encode(update, 1, 1, Rounding.nearest());

        int edge = 1 << 21;
        assertEquals(
                RingVector.copyOf(edge, -edge, edge, -edge, edge, -edge, edge), coded.values());
        assertEquals(4, coded.clipped());
    }

    @Test
    void refusesWhatIsNotANumber() {
        assertThrows(
                IllegalArgumentException.class,
                () -> STANDARD.encode(Weights.copyOf(0, Float.NaN), 1, 1, Rounding.nearest()));
    }

    @Test
    void refusesExamplesBeyondTheMost() {
        assertThrows(
                IllegalArgumentException.class,
                () -> STANDARD.encode(Weights.copyOf(0), 6, 5, Rounding.nearest()));
    }

    @Test
    void sumsAThousandAndTwentyThreeClientsAtEitherEdgeWithoutWrapping() {
        int[] sum = new int[3];
        RingVector extreme = encoded(Weights.copyOf(8, -8), 4);
        for (int client = 0; client < 1023; client++) {
            extreme.addTo(sum);
        }

        assertEquals(Weights.copyOf(8, -8), STANDARD.mean(RingVector.owning(sum)));
        assertTrue(STANDARD.fits(1023, 0));
    }

    @Test
    void refusesASumThatCouldWrapWithTheNumbers() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> STANDARD.requireFits(1024, 0));

        assertEquals(
                "a sum of 1024 clients of up to 2097152 levels each with noise of up to 0 could"
                        + " pass 2147483647 and wrap; allowed: up to 1023 clients, or fewer levels",
                refused.getMessage());
    }

    @Test
    void countsTheNoiseIntoWhatCouldWrap() {
        long left = Integer.MAX_VALUE - 1000L * (1 << 21);

        assertTrue(STANDARD.fits(1000, left));
        assertFalse(STANDARD.fits(1000, left + 1));
    }

    @Test
    void roundsToTheNearestOrWithoutBias() {
        Rounding stochastic = Rounding.stochastic(new RandomStream(2));
        double sum = 0;
        int draws = 10_000;
        for (int draw = 0; draw < draws; draw++) {
            sum += stochastic.round(-1.7);
        }

        assertEquals(-2, Rounding.nearest().round(-1.7));
        assertEquals(-1.7, sum / draws, 3 * Math.sqrt(.3 * .7 / draws));
        assertEquals(-3, stochastic.round(-3));
    }

    @Test
    void hasNoMeanWithoutFactors() {
        assertThrows(IllegalArgumentException.class, () -> STANDARD.mean(RingVector.copyOf(5, 0)));
    }

    private static RingVector encoded(Weights update, long examples) {
        return STANDARD.encode(update, examples, 4, Rounding.nearest()).values();
    }
}
