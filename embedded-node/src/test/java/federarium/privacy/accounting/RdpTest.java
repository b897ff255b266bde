package federarium.privacy.accounting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class RdpTest {
    private static final Rdp ONE = Rdp.of(new Charge(1, 0.01));

    @Test
    void isWithinAMillionthOfFortyDigitArithmeticAtEveryOrder() {
        double worst =
                largest(
                        Reference.rows("rdp_per_order.csv"),
                        row ->
                                error(
                                        RenyiDivergence.of(row.charge(), row.get("alpha")),
                                        row.get("rdp_one_step")));
        assertTrue(worst < 1e-9, "largest relative error " + worst);
    }

    @Test
    void givesTheReferenceEpsilonAtTheReferenceOrder() {
        double worst =
                largest(
                        Reference.settings(),
                        row -> {
                            Rdp.Epsilon best =
                                    Rdp.of(row.charge()).times(row.steps()).epsilon(row.delta());
                            assertEquals(row.get("rdp_exact_order"), best.order(), row.toString());
                            return error(best.epsilon(), row.get("rdp_exact_eps"));
                        });
        assertTrue(worst < 1e-9, "largest relative error " + worst);
    }

    @Test
    void theSumAndTheIntegralAgreeBetweenWholeOrders() {
        Charge charge = new Charge(0.8, 0.05);
        double below = RenyiDivergence.of(charge, 6 - 1e-7);
        double above = RenyiDivergence.of(charge, 6 + 1e-7);
        assertEquals((below + above) / 2, RenyiDivergence.of(charge, 6), 1e-9);
    }

    @Test
    void stepsOfDifferentKindsAddUp() {
        Rdp other = Rdp.of(new Charge(2, 1));
        Rdp both = ONE.times(3).plus(other);
        for (int i = 0; i < Rdp.ORDERS.size(); i++) {
            double order = Rdp.ORDERS.get(i);
            assertEquals(
                    3 * ONE.divergences().get(i) + order / 8, both.divergences().get(i), 1e-12);
        }
    }

    @Test
    void withoutNoiseNothingIsBounded() {
        assertEquals(Double.POSITIVE_INFINITY, Rdp.of(new Charge(0, 0.5)).epsilon(1e-5).epsilon());
    }

    @Test
    void whatIsNeverSampledOrNeverStepsTellsNothing() {
        assertEquals(Rdp.NOTHING, Rdp.of(new Charge(0, 0)).times(10));
        assertEquals(Rdp.NOTHING, Rdp.of(new Charge(0, 1)).times(0));
        assertEquals(0, Rdp.NOTHING.epsilon(1e-5).epsilon());
    }

    @Test
    void extremeSettingsStayFinite() {
        for (double noise : new double[] {1e-3, 0.05, 0.1, 100, 1e6}) {
            for (double rate : new double[] {1e-300, 1e-9, 0.5, 1 - 1e-9}) {
                double epsilon = Rdp.of(new Charge(noise, rate)).epsilon(1e-5).epsilon();
                assertTrue(Double.isFinite(epsilon), noise + ", " + rate + ": " + epsilon);
            }
        }
    }

    private static double largest(List<Reference> rows, ToDoubleFunction<Reference> error) {
        return rows.stream().mapToDouble(error).max().orElseThrow();
    }

    private static double error(double mine, double reference) {
        return Math.abs(mine / reference - 1);
    }
}
