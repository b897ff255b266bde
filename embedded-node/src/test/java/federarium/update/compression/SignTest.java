package federarium.update.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.random.RandomStream;
import federarium.update.Weights;
import org.junit.jupiter.api.Test;

class SignTest {
    private final RandomStream random = new RandomStream(1);

    @Test
    void givesEveryValueTheMeanMagnitudeWithItsSign() {
        assertEquals(Weights.copyOf(3, -3, 3, -3), sent(1, -6, 4, -1));
    }

    @Test
    void zeroCountsAsPositive() {
        assertEquals(Weights.copyOf(2, -2, 2), sent(0, -6, -0f));
    }

    @Test
    void travelsAsAScaleAndABitAValue() {
        assertEquals(4 + 1, new Sign().encode(Weights.zeros(8), random).length);
        assertEquals(4 + 2, new Sign().encode(Weights.zeros(9), random).length);
    }

    private Weights sent(float... values) {
        Sign method = new Sign();
        return method.decode(method.encode(Weights.copyOf(values), random), values.length);
    }
}
