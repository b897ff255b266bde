package federarium.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.lab.LossThreshold.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossThresholdTest {

    @Test
    void tellsApartWhatALossBetweenBothTellsApart() {
        LossThreshold guess =
                LossThreshold.of(new double[] {.1, .2, .3, .1}, new double[] {.9, .8, .7, .9});

        assertEquals(.3, guess.threshold());
        assertEquals(1, guess.advantage());
        assertEquals(1, guess.auc());
        assertEquals(
                List.of(new Point(0, 0), new Point(0, .5), new Point(0, 1), new Point(1, 1)),
                guess.roc());
    }

    /** On the rows it was chosen on it would be right; on the others it is wrong. */
    @Test
    void isMeasuredOnOtherRowsThanItIsChosenOn() {
        LossThreshold guess =
                LossThreshold.of(new double[] {.1, .9, .1, .9}, new double[] {.9, .1, .9, .1});

        assertEquals(-1, guess.advantage());
    }

    @Test
    void knowsNothingWhereLossesAreAlike() {
        LossThreshold guess =
                LossThreshold.of(new double[] {.5, .5, .5, .5}, new double[] {.5, .5, .5, .5});

        assertEquals(0, guess.advantage());
        assertEquals(.5, guess.auc());
    }

    /** The example of Newcombe's paper: 56 of 70 against 48 of 80, (0.0524, 0.3339). */
    @Test
    void hasTheIntervalOfThePaper() {
        LossThreshold guess = new LossThreshold(0, 56.0 / 70, 48.0 / 80, 70, 80, List.of(), .5);

        assertEquals(.0524, guess.low(), 5e-5);
        assertEquals(.3339, guess.high(), 5e-5);
    }

    @Test
    void needsRowsToChooseAndToMeasureOn() {
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> LossThreshold.of(new double[] {1}, new double[] {1, 2}));

        assertEquals(
                "1 rows that were in and 2 that were not; allowed: 2 or more of each",
                refusal.getMessage());
    }
}
