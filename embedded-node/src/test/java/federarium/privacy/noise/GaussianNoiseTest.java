package federarium.privacy.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.random.RandomStream;
import federarium.update.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianNoiseTest {
    private static final int SIZE = 100_000;
    private static final long SEED = 17;

    @ParameterizedTest
    @CsvSource({"1, 1", "0.3, 10", "8, 0.01", "1.1, 1e-30"})
    void hasTheDeviationAskedForWithinThreeStandardErrors(double multiplier, double norm) {
        GaussianNoise noise = new GaussianNoise(multiplier, norm, SIZE);
        Weights noised = noise.addTo(Weights.zeros(SIZE), bits());
        double squares = Math.pow(Clipping.length(noised), 2);
        double variance = Math.pow(multiplier * norm, 2);
        assertEquals(1, squares / SIZE / variance, 3 * Math.sqrt(2.0 / SIZE), "seed " + SEED);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 200000", "0.01, 3, 10", "20, 0.5, 1000000", "1000, 1e5, 1"})
    void isNeverLessThanAskedForAndHardlyMore(double multiplier, double norm, int size) {
        GaussianNoise noise = new GaussianNoise(multiplier, norm, size);
        double least = multiplier * (norm + noise.grid() * Math.sqrt(size));
        assertTrue(noise.deviation() >= least * (1 - 1e-15), noise + " " + noise.deviation());
        assertEquals(1, noise.deviation() / (multiplier * norm), 3e-3);
        double points = noise.deviation() / noise.grid();
        assertTrue(points > 0x1.0p22 && points <= 0x1.0p24, points + " points of the grid");
    }

    @Test
    void whatItIsAddedToStaysInTheMiddle() {
        GaussianNoise noise = new GaussianNoise(1, 0.5, SIZE);
        float[] sum = new float[SIZE];
        java.util.Arrays.fill(sum, 3.14159f);
        double mean = 0;
        for (float value : noise.addTo(Weights.owning(sum), bits()).toArray()) {
            mean += value / SIZE;
        }
        assertEquals(3.14159, mean, 3 * 0.5 / Math.sqrt(SIZE), "seed " + SEED);
    }

    @Test
    void everyResultLiesOnTheGridWhateverWasAddedTo() {
        GaussianNoise noise = new GaussianNoise(1, 1, 3);
        float[] noised = noise.addTo(Weights.copyOf(0.1f, 1e-9f, -0.7f), bits()).toArray();
        for (float value : noised) {
            assertEquals(Math.rint(value / noise.grid()), value / noise.grid());
        }
    }

    @Test
    void whatCannotBeNoisedIsRefused() {
        GaussianNoise noise = new GaussianNoise(1, 1, 1);
        refused(() -> noise.addTo(Weights.copyOf(Float.NaN), bits()));
        refused(() -> noise.addTo(Weights.copyOf(Float.POSITIVE_INFINITY), bits()));
        refused(() -> noise.addTo(Weights.copyOf(1e30f), bits()));
        refused(() -> noise.addTo(Weights.copyOf(1, 2), bits()));
        refused(() -> new GaussianNoise(0, 1, 1));
        refused(() -> new GaussianNoise(1, Double.POSITIVE_INFINITY, 1));
        refused(() -> new GaussianNoise(Double.POSITIVE_INFINITY, 1, 1));
        refused(() -> new GaussianNoise(2000, 1, 1_000_000));
    }

    private static void refused(org.junit.jupiter.api.function.Executable action) {
        assertThrows(IllegalArgumentException.class, action);
    }

    private static RandomBits bits() {
        return RandomBits.seeded(new RandomStream(SEED));
    }
}
