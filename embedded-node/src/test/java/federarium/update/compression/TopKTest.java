package federarium.update.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.random.RandomStream;
import federarium.update.Weights;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopKTest {
    private final RandomStream random = new RandomStream(1);

    @Test
    void keepsTheLargestMagnitudes() {
        assertEquals(Weights.copyOf(0, -5, 0, 3), sent(.5, 1, -5, 2, 3));
    }

    @Test
    void prefersTheLowerIndexAmongEquals() {
        assertEquals(Weights.copyOf(2, -2, 0, 0), sent(.5, 2, -2, 2, -2));
        assertEquals(Weights.copyOf(2, 0, 0, 5), sent(.5, 2, -2, 2, 5));
    }

    @Test
    void keepsOneAtLeastAndRoundsUp() {
        assertEquals(Weights.copyOf(0, 0, 3), sent(.001, 1, 2, 3));
        assertEquals(Weights.copyOf(0, 2, 3), sent(.4, 1, 2, 3));
    }

    @Test
    void sevenPerCentOfAHundredAreSeven() {
        Weights hundred = CompressionTest.gaussian(100, random);
        int kept = 0;
        for (float value : sent(.07, hundred.toArray()).toArray()) {
            kept += value == 0 ? 0 : 1;
        }
        assertEquals(7, kept);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 500, 999, 1000})
    void keepsWhatSortingWouldKeep(int k) {
        // Whole numbers, so that many are equal.
        float[] values = new float[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(101) - 50;
        }
        int[] sorted =
                IntStream.range(0, values.length)
                        .boxed()
                        .sorted(Comparator.comparing(i -> -Math.abs(values[i])))
                        .limit(k)
                        .sorted()
                        .mapToInt(Integer::intValue)
                        .toArray();

        assertArrayEquals(sorted, LargestMagnitudes.of(values, k));
    }

    /** 1000 places take 10 bits each, or 1000 bits as a map: that is less from k = 100 on. */
    @ParameterizedTest
    @CsvSource({"1000,.001,6", "1000,.099,520", "1000,.1,525", "1000,1,4125", "1,1,4"})
    void travelsAsValuesAndTheShorterOfIndicesAndMap(int size, double fraction, int bytes) {
        TopK method = new TopK(fraction);
        Weights vector = CompressionTest.gaussian(size, random);
        byte[] payload = method.encode(vector, random);

        assertEquals(bytes, payload.length);
        assertEquals(payload.length, method.encode(method.decode(payload, size), random).length);
        assertArrayEquals(payload, method.encode(method.decode(payload, size), random));
    }

    @Test
    void refusesAPlaceThatIsNone() {
        // One value of 5, and 3 bits for its place: 7.
        byte[] payload = {0, 0, 0, 0, 7};

        assertEquals(
                "a value for place 7 of 5",
                assertThrows(IllegalArgumentException.class, () -> new TopK(.2).decode(payload, 5))
                        .getMessage());
    }

    @Test
    void refusesAMapThatHasTooFewPlaces() {
        // Five of five values, and a map of only four.
        byte[] payload = new byte[5 * 4 + 1];
        payload[20] = 0b1111;

        assertEquals(
                "5 values for 4 places",
                assertThrows(IllegalArgumentException.class, () -> new TopK(1).decode(payload, 5))
                        .getMessage());
    }

    private Weights sent(double fraction, float... values) {
        TopK method = new TopK(fraction);
        return method.decode(method.encode(Weights.copyOf(values), random), values.length);
    }
}
