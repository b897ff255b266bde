package federarium.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.data.Dataset;
import federarium.privacy.noise.Noise;
import federarium.random.RandomStream;
import federarium.scenario.Training;
import federarium.scenario.Training.Optimizer;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** DP-SGD on the loss y² ÷ 2 from y = 8, where every row's gradient is y. */
class RowPrivacyTest {
    private static final Noise NONE = (sum, _, _) -> sum;
    private static final int ROWS = 100;
    private static final Dataset DATA =
            Dataset.of(List.of("x"), List.of("a", "b"), new int[ROWS], new float[ROWS][1]);

    /** All rows in every step, each cut from 8 to 2: y = 8 − ½ · 2. */
    @Test
    void aStepFollowsTheMeanOfTheCutGradients() {
        assertEquals(-1, moved(new Training(.5, 1, Training.ALL_ROWS), 2, NONE), 1e-5);
    }

    /** 100 · 2 and noise of 6 make 2.06 a row: y = 8 − ½ · 2.06. */
    @Test
    void theNoiseIsThatOfTheSum() {
        Noise always =
                (sum, multiplier, norm) -> sum.plus(Weights.copyOf((float) (multiplier * norm)));
        ClientUpdate update =
                new LocalTraining(
                                DATA,
                                new Training(.5, 1, Training.ALL_ROWS),
                                null,
                                new RowPrivacy(2, 3, always))
                        .train(
                                new Parabola(),
                                Weights.copyOf(8),
                                rows(),
                                0,
                                1,
                                new RandomStream(1));

        assertEquals(-1.03, update.delta().get(0), 1e-5);
    }

    /** Of 10 steps each draws 10 of 100 rows by coins: 100 in all, give or take 4 · √90. */
    @Test
    void everyRowIsDrawnByACoinOfItsOwn() {
        double sum = -moved(new Training(1, 1, 10), 1e-3, NONE) / 1e-3 * 10;

        assertEquals(100, sum, 4 * Math.sqrt(90), "by seed 1");
        assertTrue(sum != 100, "a number that is always the same would be no coins");
    }

    @Test
    void takesAsManyStepsAsItIsChargedFor() {
        Training training = new Training(.5, 3, 32);
        ClientUpdate update = train(training, 2, NONE);

        assertEquals(training.stepsOn(ROWS), update.steps());
        assertEquals(12, update.steps());
    }

    /** m = 2, then 2 · .9 + 2: y = 8 − ½ · 2 − ½ · 3.8. */
    @Test
    void anOptimizerTurnsWhatIsNoisedAlready() {
        Optimizer momentum = new Optimizer.Momentum(.9);
        Training training = new Training(.5, 2, Training.ALL_ROWS, momentum, 0, 0, 1, 0, 0);

        assertEquals(-2.9, moved(training, 2, NONE), 1e-5);
    }

    /** Parameters pull by themselves, not by rows, and are not cut: y = 8 − ½ · (2 + .1 · 8). */
    @Test
    void aPullIsAddedAfterwards() {
        Training training =
                new Training(.5, 1, Training.ALL_ROWS, new Optimizer.Sgd(), 0, .1, 1, 0, 0);

        assertEquals(-1.4, moved(training, 2, NONE), 1e-5);
    }

    private static float moved(Training training, double clipNorm, Noise noise) {
        return train(training, clipNorm, noise).delta().get(0);
    }

    private static ClientUpdate train(Training training, double clipNorm, Noise noise) {
        return new LocalTraining(DATA, training, null, new RowPrivacy(clipNorm, 1, noise))
                .train(new Parabola(), Weights.copyOf(8), rows(), 0, 1, new RandomStream(1));
    }

    private static int[] rows() {
        return IntStream.range(0, ROWS).toArray();
    }
}
