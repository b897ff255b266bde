package federarium.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.data.Dataset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionsTest {
    /** The second row is misjudged; the third is a tie, which the first class gets. */
    private static final Dataset FOUR =
            twoClasses(
                    new int[] {0, 1, 0, 1},
                    new float[][] {{.75f, .25f}, {.5625f, .4375f}, {.5f, .5f}, {.125f, .875f}});

    @Test
    void areRightWhereTheLikeliestClassIsTheLabel() {
        Predictions predictions = predicted(FOUR, 0, 1, 2, 3);

        assertEquals(3 / 4.0, predictions.accuracy(0, 4));
        assertEquals(1 / 2.0, predictions.accuracy(0, 2));
        assertEquals(1, predictions.accuracy(2, 4));
    }

    @Test
    void loseTheLogarithmOfTheLabelsProbability() {
        Predictions predictions = predicted(FOUR, 0, 1, 2, 3);

        assertEquals(-Math.log(.5), predictions.meanLoss(2, 3), 1e-7);
        assertEquals(-Math.log(.75 * .4375 * .5 * .875) / 4, predictions.meanLoss(0, 4), 1e-7);
    }

    @Test
    void areInTheOrderOfTheRowsAskedFor() {
        assertEquals(0, predicted(FOUR, 3, 1).accuracy(1, 2), "row 1 is the misjudged one");
    }

    /** Scores .25, .4375, .5, .875 for labels 0, 1, 0, 1: three of four pairs are in order. */
    @Test
    void rankByTheProbabilityOfTheSecondClass() {
        assertEquals(
                new Ranking(3 / 4.0, .5 * 1 + .5 * (2 / 3.0)),
                predicted(FOUR, 0, 1, 2, 3).ranking(0, 4));
    }

    @Test
    void keepTheLossFiniteWhereAProbabilityIsZero() {
        Dataset sure = twoClasses(new int[] {1}, new float[][] {{1, 0}});
        double loss = predicted(sure, 0).meanLoss(0, 1);

        assertEquals(-Math.log(Float.MIN_VALUE), loss, 1e-5);
    }

    @Test
    void areWrongAndLoseNaNWhereTheModelSaysNaN() {
        Dataset broken = twoClasses(new int[] {0}, new float[][] {{Float.NaN, Float.NaN}});
        Predictions predictions = predicted(broken, 0);

        assertEquals(0, predictions.accuracy(0, 1));
        assertTrue(Double.isNaN(predictions.meanLoss(0, 1)));
    }

    /** Every third row is misjudged, whatever chunk it falls into. */
    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 512, 600})
    void fillOneChunkAfterTheOther(int size) {
        Predictions predictions = predicted(everyThirdWrong(size), rows(size));

        for (int row = 0; row < size; row++) {
            assertEquals(row % 3 == 0 ? 0 : 1, predictions.accuracy(row, row + 1), "row " + row);
        }
    }

    @Test
    void askTheModelForNoMoreThanAChunk() {
        Oracle oracle = new Oracle();
        new Predictions(everyThirdWrong(600), rows(600)).predict(oracle, 0, 600);

        assertEquals(Predictions.CHUNK, oracle.largestBatch);
    }

    @Test
    void areTheSameInPartsAsInOnePiece() {
        Predictions whole = predicted(everyThirdWrong(600), rows(600));
        Predictions parts = new Predictions(everyThirdWrong(600), rows(600));
        parts.predict(new Oracle(), 300, 600);
        parts.predict(new Oracle(), 0, 300);

        assertEquals(whole.meanLoss(0, 600), parts.meanLoss(0, 600));
        assertEquals(whole.accuracy(0, 600), parts.accuracy(0, 600));
        assertEquals(whole.ranking(0, 600), parts.ranking(0, 600));
        assertFalse(Double.isNaN(whole.meanLoss(0, 600)));
    }

    private static Dataset everyThirdWrong(int size) {
        int[] labels = new int[size];
        float[][] rows = new float[size][];
        for (int row = 0; row < size; row++) {
            labels[row] = row % 2;
            float right = row % 3 == 0 ? .25f : .75f;
            rows[row] =
                    labels[row] == 0
                            ? new float[] {right, 1 - right}
                            : new float[] {1 - right, right};
        }
        return twoClasses(labels, rows);
    }

    private static int[] rows(int size) {
        return IntStream.range(0, size).toArray();
    }

    private static Predictions predicted(Dataset data, int... rows) {
        Predictions predictions = new Predictions(data, rows);
        predictions.predict(new Oracle(), 0, rows.length);
        return predictions;
    }

    private static Dataset twoClasses(int[] labels, float[]... probabilities) {
        return Dataset.of(List.of("p0", "p1"), List.of("no", "yes"), labels, probabilities);
    }
}
