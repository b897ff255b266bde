package federarium.model.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

class ExponentialTest {
    @Test
    void staysWithinTwoTenMillionthsOfStrictMath() {
        for (int i = -87_000; i <= 88_000; i++) {
            float x = i / 1000f;
            double exact = StrictMath.exp(x);
            assertEquals(1, exp(x) / exact, 2e-7, "exp " + x);
        }
    }

    @Test
    void roundsGraduallyToZeroBelowTheNormalRange() {
        for (float x = -87f; x > -110f; x -= .01f) {
            assertEquals(StrictMath.exp(x), exp(x), 2 * Float.MIN_VALUE, "exp " + x);
        }
    }

    @Test
    void endsInZeroInfinityAndNaN() {
        assertEquals(0f, exp(Float.NEGATIVE_INFINITY));
        assertEquals(0f, exp(-1e30f));
        assertEquals(1f, exp(0f));
        assertEquals(Float.POSITIVE_INFINITY, exp(88.8f));
        assertEquals(Float.POSITIVE_INFINITY, exp(Float.POSITIVE_INFINITY));
        assertEquals(Float.NaN, exp(Float.NaN));
    }

    @Test
    void keepsThePrecisionOfTanhForSmallArguments() {
        for (float x = 1e-20f; x < 12f; x *= 1.001f) {
            double exact = StrictMath.tanh(x);
            assertEquals(1, tanh(x) / exact, 4e-7, "tanh " + x);
            assertEquals(1, tanh(-x) / -exact, 4e-7, "tanh -" + x);
        }
    }

    @Test
    void saturatesTanhAtOne() {
        assertEquals(0f, tanh(0f));
        assertEquals(1f, tanh(Float.POSITIVE_INFINITY));
        assertEquals(-1f, tanh(-1e30f));
        assertEquals(Float.NaN, tanh(Float.NaN));
    }

    private static float exp(float x) {
        return Exponential.exp(FloatVector.broadcast(Lanes.SPECIES, x)).lane(0);
    }

    private static float tanh(float x) {
        return Exponential.tanh(FloatVector.broadcast(Lanes.SPECIES, x)).lane(0);
    }
}
