package federarium.privacy.accounting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PldTest {
    private static final LossGrids GRIDS = new LossGrids();

    static List<Reference> settings() {
        return Reference.settings().stream()
                .sorted(Comparator.comparing(row -> row.charge().toString()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void liesBetweenTheReferenceBounds(Reference row) {
        double epsilon = of(row.charge(), row.steps()).epsilon(row.delta());

        if (!Double.isNaN(row.get("pld_google_pess_eps"))) {
            assertTrue(epsilon <= 1.0001 * row.get("pld_google_pess_eps"), "too high: " + epsilon);
        }
        if (!Double.isNaN(row.get("prv_ms_lower"))) {
            assertTrue(epsilon >= row.get("prv_ms_lower"), "too low: " + epsilon);
        }
        if (!row.charge().sampled()) {
            assertTrue(epsilon >= row.get("gauss_exact_eps"), "too low: " + epsilon);
            assertTrue(epsilon <= 1.0001 * row.get("gauss_exact_eps"), "too high: " + epsilon);
        }
        assertTrue(epsilon <= row.get("rdp_exact_eps"), "above RDP: " + epsilon);
    }

    @Test
    void aSampledStepIsNeverBelowItsExactDelta() {
        Charge charge = new Charge(0.8, 0.3);
        Pld pld = of(charge, 1);
        for (double delta : new double[] {0.1, 1e-3, 1e-6, 1e-9}) {
            double exact = GaussianMechanism.epsilon(charge, delta);
            double epsilon = pld.epsilon(delta);
            assertTrue(epsilon >= exact, epsilon + " is below " + exact);
            assertEquals(exact, epsilon, 1e-4);
        }
    }

    @Test
    void deltaAndEpsilonAreEachOthersInverse() {
        Pld pld = of(new Charge(1.1, 0.05), 200);
        assertEquals(1e-5, pld.delta(pld.epsilon(1e-5)), 1e-12);
    }

    @Test
    void deltaAtZeroIsTheTotalVariationOfTheTwoGaussians() {
        double exact = GaussianMechanism.delta(1 / Math.sqrt(10), 0);
        assertEquals(exact, of(new Charge(1, 1), 10).delta(0), 1e-8);
    }

    @Test
    void stepsOfDifferentKindsComposeToLittleMoreThanTheirExactSum() {
        // A sampled step at a rate of almost 1 is a Gaussian, but takes the convolution's way.
        Charge nearly = new Charge(2, 1 - 1e-12);
        Pld mixed = Pld.of(new Ledger(entries(nearly, 3)).plus(new Charge(4, 1), 5));
        double exact = GaussianMechanism.epsilon(1 / Math.sqrt(3 / 4.0 + 5 / 16.0), 1e-5);
        assertTrue(mixed.epsilon(1e-5) >= exact, mixed.epsilon(1e-5) + " is below " + exact);
        assertEquals(exact, mixed.epsilon(1e-5), 1e-5);
    }

    @Test
    void aLedgerInTwoPartsTellsMoreThanEitherAndLessThanTheirSum() {
        Ledger before = new Ledger(entries(new Charge(1, 0.05), 100));
        Ledger after = new Ledger(entries(new Charge(0.8, 0.02), 300));
        double whole = Pld.of(before.plus(after)).epsilon(1e-5);
        double first = Pld.of(before).epsilon(1e-5);
        double second = Pld.of(after).epsilon(1e-5);
        assertTrue(whole > Math.max(first, second), whole + " after " + first + ", " + second);
        assertTrue(whole < first + second, whole + " after " + first + ", " + second);
    }

    @Test
    void oneStepMoreTellsMore() {
        double before = 0;
        for (long steps : new long[] {1, 2, 3, 10, 11, 100, 101, 5000, 5001}) {
            double after = of(new Charge(1, 0.02), steps).epsilon(1e-5);
            assertTrue(after > before, steps + " steps: " + after + " after " + before);
            before = after;
        }
    }

    @Test
    void withoutNoiseEverythingIsTold() {
        Pld pld = of(new Charge(0, 0.5), 1);
        assertEquals(Double.POSITIVE_INFINITY, pld.epsilon(1e-5));
        assertEquals(1, pld.delta(3));
    }

    @Test
    void whatIsNeverSampledTellsNothing() {
        assertEquals(0, of(new Charge(1, 0), 10).epsilon(1e-5));
        assertEquals(0, Pld.of(Ledger.EMPTY).delta(0));
    }

    @ParameterizedTest
    @CsvSource({
        "1e-3, 0.5, 1",
        "1e-3, 1, 1",
        "0.01, 1e-9, 100",
        "0.02, 0.999999999999, 10",
        "100, 1e-9, 7",
        "1e6, 0.5, 1000",
        "0.3, 0.9, 1000000",
        "5, 0.01, 1000000"
    })
    void extremeSettingsStayAboveOneStepAndBelowRdp(double noise, double rate, long steps) {
        Charge charge = new Charge(noise, rate);
        double epsilon = of(charge, steps).epsilon(1e-5);
        double rdp = Rdp.of(charge).times(steps).epsilon(1e-5).epsilon();
        assertTrue(epsilon >= GaussianMechanism.epsilon(charge, 1e-5), "too low: " + epsilon);
        assertTrue(epsilon <= rdp || epsilon == Double.POSITIVE_INFINITY, epsilon + " > " + rdp);
    }

    private static Pld of(Charge charge, long steps) {
        return Pld.of(new Ledger(entries(charge, steps)), GRIDS);
    }

    private static List<Ledger.Entry> entries(Charge charge, long steps) {
        return List.of(new Ledger.Entry(charge, steps));
    }
}
