package federarium.privacy.summing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseShareTest {
    private static final double SENSITIVITY = SumEncoding.sensitivity();

    /** (2 · 3)² ÷ 4 = 9; (2 · 3)² ÷ 5 = 7.2. */
    @Test
    void dividesTheVarianceAmongTheFewestAndRoundsUp() {
        assertEquals(new NoiseShare(9, 4), NoiseShare.of(2, 3, 4));
        assertEquals(new NoiseShare(8, 5), NoiseShare.of(2, 3, 5));
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "0.3, 7", "2.7, 21", "1e-5, 80", "5, 1000"})
    void addsUpToTheVarianceThatIsAskedFor(double multiplier, int fewest) {
        NoiseShare share = NoiseShare.of(multiplier, SENSITIVITY, fewest);
        double asked = multiplier * SENSITIVITY * multiplier * SENSITIVITY;

        assertTrue((double) share.variance() * fewest >= asked);
        assertTrue((share.variance() - 1.) * fewest < asked);
    }

    /**
     * τ = 10 (exp(−π²) + exp(−4π²/3)) = 5.3650e-4 for v = 1, f = 3 and Δ = 1: of 4 values by the
     * first bound, ε = √(⅓ + 2τ), of 100 by the second, ε = √⅓ + 10τ.
     */
    @ParameterizedTest
    @CsvSource({"4, 1.7292698", "100, 1.7161039"})
    void isChargedForNotBeingQuiteGaussian(int size, double multiplier) {
        assertEquals(multiplier, new NoiseShare(1, 3).multiplier(1, size), 1e-7);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-5, .01, .5, 1, 4})
    void isAsGoodAsAGaussianWhereLevelsAreFine(double multiplier) {
        double charged = NoiseShare.of(multiplier, SENSITIVITY, 6).multiplier(SENSITIVITY, 200_000);

        assertTrue(charged >= multiplier, charged + " below " + multiplier);
        assertEquals(1, charged / multiplier, .01);
    }

    @Test
    void isNothingWithoutAMultiplier() {
        NoiseShare none = NoiseShare.of(0, SENSITIVITY, 6);

        assertEquals(0, none.variance());
        assertEquals(0, none.multiplier(SENSITIVITY, 10));
        assertEquals(0, none.most(8));
    }

    /** 12 √(9 · 4). */
    @Test
    void knowsWhatTheSumOfAllSharesStaysBelow() {
        assertEquals(72, new NoiseShare(9, 3).most(4));
    }
}
