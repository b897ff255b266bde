package federarium.privacy.encryption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ErrorsTest {
    private static final int ELEMENTS = 50;

    private static long[] drawn() {
        long[] residues = new KeyStream(new byte[KeyStream.SEED_BYTES]).errors(ELEMENTS);
        return Arrays.stream(residues).map(Ring::centred).toArray();
    }

    @Test
    void reachFromMinusNineteenToNineteen() {
        assertEquals(0, Errors.of(0));
        assertEquals(19, Errors.of(-2));
        assertEquals(-19, Errors.of(-1));
    }

    /** Three standard errors: of the mean 3σ/√n, of the variance 3σ²√(2/n). */
    @Test
    void haveMeanZeroAndVarianceSigmaSquared() {
        long[] errors = drawn();
        double variance = Errors.SIGMA * Errors.SIGMA;

        double mean = Arrays.stream(errors).average().orElseThrow();
        double square = Arrays.stream(errors).map(e -> e * e).average().orElseThrow();

        assertEquals(0, mean, 3 * Errors.SIGMA / Math.sqrt(errors.length));
        assertEquals(variance, square, 3 * variance * Math.sqrt(2.0 / errors.length));
    }

    /** Chi-square of −8 … 8 and the rest beyond, 17 degrees of freedom: 40.8 once in a thousand. */
    @Test
    void followTheDiscreteGaussian() {
        long[] errors = drawn();
        double total = 0;
        for (int e = -60; e <= 60; e++) {
            total += weight(e);
        }
        double chiSquare = 0;
        double rest = errors.length;
        long seenInside = 0;
        for (int e = -8; e <= 8; e++) {
            int value = e;
            long seen = Arrays.stream(errors).filter(error -> error == value).count();
            double expected = errors.length * weight(e) / total;
            chiSquare += (seen - expected) * (seen - expected) / expected;
            rest -= expected;
            seenInside += seen;
        }
        double beyond = errors.length - seenInside - rest;
        chiSquare += beyond * beyond / rest;

        assertTrue(chiSquare < 40.8, "chi-square " + chiSquare);
    }

    private static double weight(int e) {
        return Math.exp(-e * e / (2 * 3.2 * 3.2));
    }
}
