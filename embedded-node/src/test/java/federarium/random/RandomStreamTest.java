package federarium.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
    private static final int DRAWS = 200_000;

    /** Chi-square with 2, 5 and 9 degrees of freedom exceeds these once in 10,000 seeds. */
    private static final double CHI2_2 = 18.42;

    private static final double CHI2_5 = 25.74;
    private static final double CHI2_9 = 33.72;

    /** The values that every published SplitMix64 gives for this seed. */
    @Test
    void drawsTheNumbersOfSplitMix64() {
        RandomStream random = new RandomStream(1234567);

        assertEquals("6457827717110365317", Long.toUnsignedString(random.nextLong()));
        assertEquals("3203168211198807973", Long.toUnsignedString(random.nextLong()));
        assertEquals("9817491932198370423", Long.toUnsignedString(random.nextLong()));
        assertEquals("4593380528125082431", Long.toUnsignedString(random.nextLong()));
        assertEquals("16408922859458223821", Long.toUnsignedString(random.nextLong()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void drawsEveryDigitEquallyOften(long seed) {
        RandomStream random = new RandomStream(seed);
        int[] counts = new int[10];
        for (int i = 0; i < DRAWS; i++) {
            counts[random.nextInt(10)]++;
        }
        assertTrue(chiSquare(counts) < CHI2_9, Arrays.toString(counts));
    }

    /** 2³² is 2⅔ times this bound, so a plain remainder would favour the lower two thirds. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void favoursNoThirdOfALargeBound(long seed) {
        RandomStream random = new RandomStream(seed);
        int[] counts = new int[3];
        for (int i = 0; i < DRAWS; i++) {
            counts[random.nextInt(3 << 29) >>> 29]++;
        }
        assertTrue(chiSquare(counts) < CHI2_2, Arrays.toString(counts));
    }

    @Test
    void drawsZeroBelowOne() {
        assertEquals(0, new RandomStream(1).nextInt(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void refusesABoundBelowOne(int bound) {
        assertThrows(IllegalArgumentException.class, () -> new RandomStream(1).nextInt(bound));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void drawsDoublesFromZeroToBelowOneAroundAHalf(long seed) {
        RandomStream random = new RandomStream(seed);
        double[] draws = draws(random, RandomStream::nextDouble);

        assertTrue(Arrays.stream(draws).allMatch(x -> x >= 0 && x < 1));
        assertEquals(1 / 2.0, mean(draws), errors(1 / 12.0));
    }

    /** The standard error of a mean is √(variance ÷ n); of a normal variance √(2 ÷ n). */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void drawsGaussiansWithTheMomentsOfTheStandardNormal(long seed) {
        double[] draws = draws(new RandomStream(seed), RandomStream::nextGaussian);

        assertEquals(0, mean(draws), errors(1), "mean");
        assertEquals(1, moment(draws, 0, 2), errors(2), "variance");
        assertEquals(0, moment(draws, 0, 3), errors(15), "third moment");
        assertEquals(3, moment(draws, 0, 4), errors(96), "fourth moment");
    }

    /** Gamma(k, 1) has mean k, variance k and fourth central moment 3k² + 6k. */
    @ParameterizedTest(name = "shape {0}, seed {1}")
    @CsvSource({"0.1, 1", "0.5, 2", "1, 3", "2.5, 4", "40, 5"})
    void drawsGammasWhoseMeanAndVarianceAreTheShape(double shape, long seed) {
        double[] draws = draws(new RandomStream(seed), r -> StrictMath.exp(r.nextLogGamma(shape)));

        assertEquals(shape, mean(draws), errors(shape), "mean");
        assertEquals(
                shape, moment(draws, shape, 2), errors(2 * shape * shape + 6 * shape), "variance");
    }

    @Test
    void keepsGammasOfTinyShapesApartInTheirLogarithm() {
        RandomStream random = new RandomStream(1);
        double one = random.nextLogGamma(1e-4);
        double other = random.nextLogGamma(1e-4);

        assertTrue(Double.isFinite(one) && Double.isFinite(other) && one != other);
        assertEquals(0, StrictMath.exp(StrictMath.min(one, other)), "too small for a double");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void refusesAShapeThatIsNotPositive(double shape) {
        assertThrows(IllegalArgumentException.class, () -> new RandomStream(1).nextLogGamma(shape));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100})
    void shufflesToAPermutation(int size) {
        int[] values = IntStream.range(0, size).toArray();
        new RandomStream(1).shuffle(values);
        Arrays.sort(values);

        assertArrayEquals(IntStream.range(0, size).toArray(), values);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void shufflesThreeIntoEachOfSixOrdersEquallyOften(long seed) {
        RandomStream random = new RandomStream(seed);
        int[] counts = new int[6];
        for (int i = 0; i < 60_000; i++) {
            int[] v = {0, 1, 2};
            random.shuffle(v);
            counts[2 * v[0] + (v[1] > v[2] ? 1 : 0)]++;
        }
        assertTrue(chiSquare(counts) < CHI2_5, Arrays.toString(counts));
    }

    private static double[] draws(RandomStream random, ToDoubleFunction<RandomStream> draw) {
        return IntStream.range(0, DRAWS).mapToDouble(_ -> draw.applyAsDouble(random)).toArray();
    }

    /** Four standard errors of a mean of draws with that variance. */
    private static double errors(double variance) {
        return 4 * StrictMath.sqrt(variance / DRAWS);
    }

    private static double mean(double[] draws) {
        return moment(draws, 0, 1);
    }

    private static double moment(double[] draws, double centre, int order) {
        return Arrays.stream(draws)
                .map(x -> StrictMath.pow(x - centre, order))
                .average()
                .orElseThrow();
    }

    private static double chiSquare(int[] counts) {
        double expected = (double) Arrays.stream(counts).sum() / counts.length;
        return Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }
}
