package federarium.privacy.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.random.RandomStream;
import federarium.update.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClippingTest {

    @Test
    void aLongVectorKeepsItsDirection() {
        Weights clipped = new Clipping(5).clip(Weights.copyOf(6, -8));
        assertArrayEquals(new float[] {3, -4}, clipped.toArray(), 1e-6f);
    }

    @Test
    void aShortVectorStaysAsItIs() {
        Weights vector = Weights.copyOf(3, -4);
        assertSame(vector, new Clipping(5).clip(vector));
    }

    @Test
    void anInfiniteNormClipsNothing() {
        Weights vector = Weights.copyOf(Float.MAX_VALUE, -Float.MAX_VALUE);
        assertSame(vector, new Clipping(Double.POSITIVE_INFINITY).clip(vector));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-46, 1e-40, 0.1, 1 / 3.0, 1, 1.0000001, 1e30})
    void noVectorIsLongerThanTheNorm(double norm) {
        RandomStream random = new RandomStream(5);
        for (int i = 0; i < 300; i++) {
            Weights vector = adversarial(random, i);
            Weights clipped = new Clipping(norm).clip(vector);
            assertTrue(Clipping.length(clipped) <= norm, "vector " + i);
            if (norm > 1e-30 && Clipping.length(vector) > norm) {
                assertEquals(1, Clipping.length(clipped) / norm, 2e-7, "vector " + i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsRefused(float value) {
        Weights vector = Weights.copyOf(1, value, 2);
        assertThrows(IllegalArgumentException.class, () -> new Clipping(1).clip(vector));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Clipping(Double.POSITIVE_INFINITY).clip(vector));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void aNormThatIsNotAboveZeroIsRefused(double norm) {
        assertThrows(IllegalArgumentException.class, () -> new Clipping(norm));
    }

    /** Equal values, values of all sizes, one value alone, and the largest and least there are. */
    private static Weights adversarial(RandomStream random, int kind) {
        float[] values = new float[1 + random.nextInt(kind % 5 == 0 ? 1 : 2000)];
        float equal = (float) random.nextGaussian();
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    switch (kind % 4) {
                        case 0 -> equal;
                        case 1 -> (float) (random.nextGaussian() * Math.pow(10, i % 60 - 30));
                        case 2 -> i % 2 == 0 ? Float.MAX_VALUE : Float.MIN_VALUE;
                        default -> (float) random.nextGaussian();
                    };
        }
        return Weights.owning(values);
    }
}
