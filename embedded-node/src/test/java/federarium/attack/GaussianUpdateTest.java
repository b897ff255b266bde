package federarium.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import federarium.random.RandomStream;
import federarium.update.Weights;
import org.junit.jupiter.api.Test;

class GaussianUpdateTest {

    /** The norm of d deviates scatters by 1/√(2d) of itself: here 0.7 %, of which this takes 5. */
    @Test
    void isAboutAsLongAsTheUpdateInWhosePlaceItIs() {
        assertEquals(3, noise(3, 10_000, 1).norm(), 3 * .035);
    }

    @Test
    void leansInNoDirection() {
        Weights noise = noise(100, 10_000, 1);
        double sum = 0;
        for (float each : noise.toArray()) {
            sum += each;
        }

        assertEquals(0, sum / noise.size(), 5 / 100.0);
    }

    @Test
    void isZeroInPlaceOfAnUpdateOfZeros() {
        assertEquals(0, noise(0, 4, 1).norm());
    }

    @Test
    void isTheStreamsAlone() {
        assertEquals(noise(2, 3, 1), noise(2, 3, 1));
        assertNotEquals(noise(2, 3, 1), noise(2, 3, 2));
    }

    private static Weights noise(double norm, int parameters, long seed) {
        return GaussianUpdate.of(norm, parameters, new RandomStream(seed));
    }
}
