package federarium.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.data.Dataset;
import federarium.random.RandomStream;
import federarium.scenario.Training;
import federarium.scenario.Training.Optimizer;
import federarium.update.ClientUpdate;
import federarium.update.Controls;
import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From 8 with gradient y and the rate ½, on four rows in batches of four. */
class LocalOptionsTest {
    private static final Optimizer SGD = new Optimizer.Sgd();
    private static final Dataset DATA =
            Dataset.of(
                    List.of("x"),
                    List.of("a", "b"),
                    new int[] {0, 1, 0, 1},
                    new float[][] {{0}, {0}, {0}, {0}});

    /** 8 → 4 → 2. */
    @Test
    void plainStepsFollowTheGradient() {
        assertEquals(2, end(new Training(.5, 2, 4)));
    }

    /** m = 8, then ½·8 + 4 = 8, then ½·8 + 0 = 4: 8 → 4 → 0 → −2. */
    @Test
    void momentumAddsHalfOfTheLastStep() {
        assertEquals(-2, end(with(new Optimizer.Momentum(.5), 0, 0, 3)));
    }

    /** μ − a pull of ½ to 8: 8 → 4, then 4 − ½ (4 + ½ (4 − 8)) = 3. */
    @Test
    void fedProxPullsToTheModelItWasSent() {
        assertEquals(4, end(with(SGD, .5, 0, 1)));
        assertEquals(3, end(with(SGD, .5, 0, 2)));
    }

    /** The gradient is y + ½ y: 8 → 2. */
    @Test
    void weightDecayIsPartOfTheGradient() {
        assertEquals(2, end(with(SGD, 0, .5, 1)));
    }

    /** m = 8, 8 → 4; then m = 4 + 4 + ½ (4 − 8) = 6, 4 → 1. */
    @Test
    void momentumFollowsThePullToo() {
        assertEquals(1, end(with(new Optimizer.Momentum(.5), .5, 0, 2)));
    }

    /** m̂ ÷ √v̂ is the gradient's sign in the first step, and less than 1 when gradients shrink. */
    @Test
    void adamTakesStepsOfAboutTheRate() {
        assertEquals(7.5, end(with(new Optimizer.Adam(), 0, 0, 1)), 1e-6);
        double m = (.9 * .1 * 8 + .1 * 7.5) / (1 - .81);
        double v = (.999 * .001 * 64 + .001 * 7.5 * 7.5) / (1 - .999 * .999);
        assertEquals(7.5 - .5 * m / Math.sqrt(v), end(with(new Optimizer.Adam(), 0, 0, 2)), 1e-5);
    }

    /** c_k − c = 2 is taken off every gradient, the pull of FedProx too: 8 − ½ (8 − 2) = 5. */
    @Test
    void aControlCorrectsAndAPullPulls() {
        Controls controls = new Controls(Weights.copyOf(1), Weights.copyOf(3));
        Training once = with(SGD, .5, 0, 2);
        ClientUpdate update =
                new LocalTraining(DATA, once, controls, null)
                        .train(
                                new Parabola(),
                                Weights.copyOf(8),
                                rows(),
                                0,
                                1,
                                new RandomStream(1));

        assertEquals(5 - .5f * (5 - 2 + .5f * (5 - 8)) - 8, update.delta().get(0));
    }

    /** ½ · ½² in the third round: 8 → 7. */
    @Test
    void theRateDecaysFromRoundToRound() {
        Training decaying = new Training(.5, 1, 4, SGD, 0, 0, .5, 0, 0);

        assertEquals(.5, decaying.rate(1));
        assertEquals(7, 8 + train(decaying, 3).delta().get(0));
    }

    /** One step at ½ · ½²: −1 by a rate of ⅛ is a gradient of 8; and 8 − 1. */
    @Test
    void aControlIsTheMeanGradientAtTheRateThatHasDecayed() {
        Controls controls = new Controls(Weights.copyOf(1), Weights.copyOf(1));
        ClientUpdate update =
                new LocalTraining(DATA, new Training(.5, 1, 4, SGD, 0, 0, .5, 0, 0), controls, null)
                        .train(
                                new Parabola(),
                                Weights.copyOf(8),
                                rows(),
                                0,
                                3,
                                new RandomStream(1));

        assertEquals(Weights.copyOf(-1), update.delta());
        assertEquals(Weights.copyOf(7), update.controlChange());
    }

    /** In batches of 3 and 1: a pass and a half. */
    @Test
    void takesExactlyTheStepsItIsToldTo() {
        ClientUpdate update = train(new Training(.5, 1, 3, SGD, 0, 0, 1, 3, 0), 1);

        assertEquals(3, update.steps());
        assertEquals(1 - 8, update.delta().get(0));
        assertEquals(2 * 2 / 2., update.loss(), "of the pass that was not finished");
    }

    /** Every pass leaves a quarter of the loss. */
    @ParameterizedTest
    @CsvSource({"0, 5", ".75, 5", ".76, 2", ".99, 2"})
    void stopsAfterAPassThatLowersTheLossTooLittle(double share, int passes) {
        assertEquals(passes, train(new Training(.5, 5, 4, SGD, 0, 0, 1, 0, share), 1).steps());
    }

    @Test
    void stopsWhereTheLossIsNoNumberAnyMore() {
        Training hot = new Training(1000, 100, 4, SGD, 0, 0, 1, 0, .01);
        ClientUpdate update =
                new LocalTraining(DATA, hot)
                        .train(
                                new Parabola(),
                                Weights.copyOf(Float.NaN),
                                rows(),
                                0,
                                1,
                                new RandomStream(1));

        assertEquals(1, update.steps());
    }

    private static Training with(Optimizer optimizer, double mu, double decay, int epochs) {
        return new Training(.5, epochs, 4, optimizer, mu, decay, 1, 0, 0);
    }

    private static float end(Training training) {
        return 8 + train(training, 1).delta().get(0);
    }

    private static ClientUpdate train(Training training, int round) {
        return new LocalTraining(DATA, training)
                .train(new Parabola(), Weights.copyOf(8), rows(), 0, round, new RandomStream(1));
    }

    private static int[] rows() {
        return new int[] {0, 1, 2, 3};
    }
}
