package federarium.update.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.random.RandomStream;
import federarium.update.Weights;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantizeTest {
    private static final int DRAWS = 10_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8, 16})
    void isUnbiased(int bits) {
        Weights vector = Weights.copyOf(1, -.5f, .3f, 0, .07f, -.99f);
        Quantize method = Quantize.to(bits);
        RandomStream random = new RandomStream(1);
        double[] sum = new double[vector.size()];
        double[] squares = new double[vector.size()];
        for (int draw = 0; draw < DRAWS; draw++) {
            Weights sent = method.decode(method.encode(vector, random), vector.size());
            for (int i = 0; i < sum.length; i++) {
                sum[i] += sent.get(i);
                squares[i] += (double) sent.get(i) * sent.get(i);
            }
        }
        for (int i = 0; i < sum.length; i++) {
            double mean = sum[i] / DRAWS;
            double error = Math.sqrt(Math.max(0, squares[i] / DRAWS - mean * mean) / DRAWS);
            assertEquals(vector.get(i), mean, 3 * error + 1e-7, "value " + i);
        }
    }

    @Test
    void withOneBitSendsTheLargestMagnitudeWithEitherSign() {
        Weights sent = sent(Quantize.to(1), Weights.copyOf(4, 1, -3, 0));

        for (float value : sent.toArray()) {
            assertEquals(4, Math.abs(value));
        }
    }

    @Test
    void withTwoBitsSendsZeroOrTheLargestMagnitudeWithTheValuesSign() {
        Weights sent = sent(Quantize.to(2), Weights.copyOf(-4, 1, -3, 0));

        assertEquals(-4, sent.get(0));
        assertTrue(sent.get(1) == 0 || sent.get(1) == 4, sent.get(1) + " for 1");
        assertTrue(sent.get(2) == 0 || sent.get(2) == -4, sent.get(2) + " for −3");
        assertEquals(0, sent.get(3));
    }

    @Test
    void keepsThePointsOfItsGrid() {
        // 3 bits: −3, −2, −1, 0, 1, 2 and 3 thirds of the largest.
        Weights onTheGrid = Weights.copyOf(6, -6, 4, -4, 2, -2, 0);

        assertEquals(onTheGrid, sent(Quantize.to(3), onTheGrid));
    }

    @Test
    void isNeverFurtherFromAValueThanAStepOfItsGrid() {
        RandomStream random = new RandomStream(2);
        Weights vector = CompressionTest.gaussian(1000, random);
        float largest = 0;
        for (float value : vector.toArray()) {
            largest = Math.max(largest, Math.abs(value));
        }

        assertArrayEquals(
                vector.toArray(), sent(Quantize.to(8), vector).toArray(), largest / 127 + 1e-6f);
    }

    @Test
    void travelsAsAScaleAndPackedBits() {
        assertEquals(4 + 2, Quantize.to(1).encode(Weights.zeros(13), new RandomStream(1)).length);
        assertEquals(4 + 5, Quantize.to(3).encode(Weights.zeros(13), new RandomStream(1)).length);
        assertEquals(4 + 26, Quantize.to(16).encode(Weights.zeros(13), new RandomStream(1)).length);
    }

    @Test
    void underFeedbackScalesByTheLeastSquares() {
        // Two bits: of (4, 2, 2), each 2 becomes 0 or 4. Of those that do not become 0, the mean.
        float[] sent = sent(Quantize.to(2).forFeedback(), Weights.copyOf(4, 2, 2)).toArray();
        long kept = IntStream.range(0, 3).filter(i -> sent[i] != 0).count();

        assertEquals((4f + 2 * (kept - 1)) / kept, sent[0], 1e-6f);
    }

    private static Weights sent(Compression method, Weights vector) {
        return method.decode(method.encode(vector, new RandomStream(3)), vector.size());
    }
}
