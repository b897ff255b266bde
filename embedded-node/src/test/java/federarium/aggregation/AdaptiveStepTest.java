package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** FedAdam, FedYogi and FedAdagrad, on one parameter, with β₁ = β₂ = ½ and τ = 1, so v₀ = 1. */
class AdaptiveStepTest {
    private static final AggregationRule ADAM = new FedAdam(1, .5, .5, 1);
    private static final AggregationRule YOGI = new FedYogi(1, .5, .5, 1);
    private static final AggregationRule ADAGRAD = new FedAdagrad(1, .5, 1);

    /** Δ = 2: m = 1 without any correction of its bias. */
    private static double firstStep(double v) {
        return 1 / (Math.sqrt(v) + 1);
    }

    /** Δ = 2, then ½: m = ¾. */
    private static double secondStep(double v) {
        return .75 / (Math.sqrt(v) + 1);
    }

    /** v = ½ + ½ · 4 = 2.5, then ½ · 2.5 + ½ · ¼ = 1.375. */
    @Test
    void adamAveragesTheSquares() {
        assertSteps(ADAM, firstStep(2.5), secondStep(1.375));
    }

    /** v = 1 + ½ · 4 = 3 as 4 is above it, then 3 − ½ · ¼ = 2.875 as ¼ is below. */
    @Test
    void yogiMovesTowardsTheSquareByAShareOfIt() {
        assertSteps(YOGI, firstStep(3), secondStep(2.875));
    }

    /** v = 1 + 4 = 5, then 5 + ¼. */
    @Test
    void adagradAddsTheSquares() {
        assertSteps(ADAGRAD, firstStep(5), secondStep(5.25));
    }

    /** Nothing is kept: 2 ÷ (2 + 1), then ½ ÷ (½ + 1). */
    @Test
    void adamWithoutMemoryDividesEveryUpdateByItsOwnSize() {
        assertSteps(new FedAdam(1, 0, 0, 1), 2 / 3., .5 / 1.5);
    }

    /** v = 1 + 4, then 5 − ¼; m is the update itself. */
    @Test
    void yogiWithoutMemoryTakesTheWholeSquareOnOrOff() {
        assertSteps(new FedYogi(1, 0, 0, 1), 2 / (Math.sqrt(5) + 1), .5 / (Math.sqrt(4.75) + 1));
    }

    /** v as ever, m is the update itself. */
    @Test
    void adagradWithoutMomentumFollowsEveryUpdate() {
        assertSteps(new FedAdagrad(1, 0, 1), 2 / (Math.sqrt(5) + 1), .5 / (Math.sqrt(5.25) + 1));
    }

    private static void assertSteps(AggregationRule rule, double first, double second) {
        Aggregate one = rule.aggregate(Updates.ofOne(2));
        Aggregate two = rule.aggregate(Updates.after(one, .5f));

        assertEquals(first, one.model().get(0), 1e-6);
        assertEquals(first + second, two.model().get(0), 1e-6);
    }

    @Test
    void theServerRateScalesTheStep() {
        Aggregate half = new FedAdam(.5, .5, .5, 1).aggregate(Updates.ofOne(2));

        assertEquals(firstStep(2.5) / 2, half.model().get(0), 1e-6);
    }

    @Test
    void noUpdateAtAllMovesNothing() {
        assertEquals(0, ADAM.aggregate(Updates.ofOne(0, 0)).model().get(0));
    }
}
