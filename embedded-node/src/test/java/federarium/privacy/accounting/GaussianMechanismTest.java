package federarium.privacy.accounting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianMechanismTest {

    @Test
    void givesTheExactEpsilonOfTheReference() {
        for (Reference row : Reference.settings()) {
            double exact = row.get("gauss_exact_eps");
            if (!Double.isNaN(exact)) {
                double noise = row.charge().noise() / Math.sqrt(row.steps());
                double epsilon = GaussianMechanism.epsilon(noise, row.delta());
                assertEquals(1, epsilon / exact, 1e-9, row.toString());
            }
        }
    }

    @Test
    void aSampledStepLiesBetweenTheReferenceBounds() {
        for (Reference row : Reference.settings()) {
            if (row.steps() == 1 && row.charge().sampled()) {
                double epsilon = GaussianMechanism.epsilon(row.charge(), row.delta());
                assertTrue(epsilon >= row.get("prv_ms_lower"), row + ": " + epsilon);
                assertTrue(
                        epsilon <= row.get("pld_google_pess_eps") * (1 + 1e-9),
                        row + ": " + epsilon);
            }
        }
    }

    @Test
    void withoutNoiseEpsilonIsInfiniteUnlessDeltaAllowsAll() {
        assertEquals(Double.POSITIVE_INFINITY, GaussianMechanism.epsilon(new Charge(0, 0.5), 1e-5));
        assertEquals(0, GaussianMechanism.epsilon(new Charge(0, 1e-6), 1e-5));
    }

    /** From erfc in 40-digit arithmetic. */
    @ParameterizedTest
    @CsvSource({
        "-9, -1.1285884059538406e-19",
        "-2.5, -0.0062290254858600024",
        "-1, -0.17275377902344989",
        "0, -0.69314718055994531",
        "0.3, -0.96210281816885066",
        "1.9, -3.5502813255421346",
        "2, -3.7831843336820319",
        "2.1, -4.0249442222439844",
        "5, -15.064998393988726",
        "37, -689.03058557689059",
        "200, -20006.21728089819"
    })
    void theTailOfTheNormalDistributionIsPreciseEverywhere(double z, double logTail) {
        assertEquals(1, Normal.logTail(z) / logTail, 1e-13);
    }
}
