package federarium.privacy.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscreteGaussianTest {
    private static final int DRAWS = 100_000;
    private static final long SEED = 20_261;

    @ParameterizedTest
    @CsvSource({"1, 2", "1, 1", "2, 1", "10, 3", "25, 1", "400, 7"})
    void hasTheExactDistribution(long numerator, long denominator) {
        double variance = (double) numerator / denominator;
        int reach = (int) Math.ceil(3.2 * Math.sqrt(variance));
        long[] counts = new long[2 * reach + 1];
        DiscreteGaussian gaussian = new DiscreteGaussian(numerator, denominator);
        RandomBits bits = RandomBits.seeded(new RandomStream(SEED));
        for (int i = 0; i < DRAWS; i++) {
            // What lies beyond is counted with the last.
            counts[(int) Math.clamp(gaussian.next(bits), -reach, reach) + reach]++;
        }

        double chiSquare = 0;
        for (int k = -reach; k <= reach; k++) {
            double expected = DRAWS * probability(k, reach, variance);
            double difference = counts[k + reach] - expected;
            chiSquare += difference * difference / expected;
        }
        double limit = oneInAThousand(2 * reach);
        assertTrue(chiSquare < limit, chiSquare + " above " + limit + " with seed " + SEED);
    }

    @ParameterizedTest
    @CsvSource({"7, 2", "1000000, 1", "140737488355329, 1", "281474976710656, 1"})
    void hasItsVarianceWithinThreeStandardErrors(long numerator, long denominator) {
        double variance = (double) numerator / denominator;
        DiscreteGaussian gaussian = new DiscreteGaussian(numerator, denominator);
        RandomBits bits = RandomBits.seeded(new RandomStream(SEED));
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double draw = gaussian.next(bits);
            sum += draw;
            squares += draw * draw;
        }
        assertEquals(0, sum / DRAWS, 3 * Math.sqrt(variance / DRAWS), "seed " + SEED);
        assertEquals(1, squares / DRAWS / variance, 3 * Math.sqrt(2.0 / DRAWS), "seed " + SEED);
    }

    @Test
    void theSameStreamGivesTheSameDrawsAndTheSecureSourceOthers() {
        DiscreteGaussian gaussian = new DiscreteGaussian(1L << 40, 1);
        RandomBits one = RandomBits.seeded(new RandomStream(7));
        RandomBits same = RandomBits.seeded(new RandomStream(7));
        RandomBits secure = RandomBits.secure();
        int equal = 0;
        for (int i = 0; i < 100; i++) {
            long draw = gaussian.next(one);
            assertEquals(draw, gaussian.next(same));
            equal += draw == gaussian.next(secure) ? 1 : 0;
        }
        assertTrue(equal < 10, equal + " of 100 draws are alike");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 1", "281474976710657, 1", "1, 1025"})
    void aVarianceOutOfRangeIsRefused(long numerator, long denominator) {
        assertThrows(
                IllegalArgumentException.class, () -> new DiscreteGaussian(numerator, denominator));
    }

    private static double probability(int k, int reach, double variance) {
        double total = 0;
        double mine = 0;
        for (int j = -50 * reach; j <= 50 * reach; j++) {
            double weight = Math.exp(-j * (double) j / (2 * variance));
            total += weight;
            mine += Math.clamp(j, -reach, reach) == k ? weight : 0;
        }
        return mine / total;
    }

    /** The chi-square that chance exceeds once in a thousand times (Wilson, Hilferty 1931). */
    private static double oneInAThousand(int degrees) {
        double ninth = 2.0 / (9 * degrees);
        return degrees * Math.pow(1 - ninth + 3.09 * Math.sqrt(ninth), 3);
    }
}
