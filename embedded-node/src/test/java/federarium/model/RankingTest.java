package federarium.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.random.RandomStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {

    @Test
    void isOneWhereEveryPositiveScoresHighest() {
        assertEquals(new Ranking(1.0, 1.0), ranking("1 1 0 0", .9f, .8f, .2f, .1f));
    }

    /** Positives stand third and fourth: precision 1/3, then 2/4. */
    @Test
    void isZeroAreaWhereEveryPositiveScoresLowest() {
        assertEquals(
                new Ranking(0.0, .5 * (1 / 3.0) + .5 * (2 / 4.0)),
                ranking("0 0 1 1", .9f, .8f, .2f, .1f));
    }

    /** Of the four pairs, three are in order; positives stand first and third. */
    @Test
    void countsThePairsInOrder() {
        assertEquals(
                new Ranking(3 / 4.0, .5 * 1 + .5 * (2 / 3.0)),
                ranking("1 0 1 0", .9f, .8f, .7f, .1f));
    }

    /** One threshold takes in both tied rows: recall 1 at precision 2/3, after ½ at 1. */
    @Test
    void countsATieHalf() {
        assertEquals(
                new Ranking(3 / 4.0, .5 * 1 + .5 * (2 / 3.0)), ranking("1 1 0", .9f, .5f, .5f));
    }

    @Test
    void isAHalfAndTheShareOfPositivesWhereAllScoreAlike() {
        assertEquals(new Ranking(.5, 1 / 4.0), ranking("0 1 0 0", .5f, .5f, .5f, .5f));
    }

    @Test
    void isUnknownWhereAClassIsMissing() {
        assertEquals(Ranking.NONE, ranking("1 1", .9f, .1f));
        assertEquals(Ranking.NONE, ranking("0 0", .9f, .1f));
    }

    @Test
    void isUnknownWhereAScoreIsNotANumber() {
        assertEquals(Ranking.NONE, ranking("1 0 0", .9f, Float.NaN, .1f));
    }

    /** Scores are tenths, so that most of them are tied. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithTheDefinitionOverAllPairs(long seed) {
        RandomStream random = new RandomStream(seed);
        float[] scores = new float[60];
        boolean[] positive = new boolean[60];
        for (int i = 0; i < 60; i++) {
            scores[i] = random.nextInt(11) / 10f;
            positive[i] = i == 0 || (i > 1 && random.nextInt(3) == 0);
        }
        Ranking ranking = Ranking.of(scores, positive);

        assertEquals(areaOverPairs(scores, positive), known(ranking.auc()), 1e-12);
        assertEquals(
                precisionOverThresholds(scores, positive),
                known(ranking.averagePrecision()),
                1e-12);
    }

    private static double areaOverPairs(float[] scores, boolean[] positive) {
        double won = 0;
        int pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (positive[i] && !positive[j]) {
                    won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? .5 : 0;
                    pairs++;
                }
            }
        }
        return won / pairs;
    }

    /** The mean, over the positives, of the precision at each one's own score. */
    private static double precisionOverThresholds(float[] scores, boolean[] positive) {
        double sum = 0;
        int positives = 0;
        for (int i = 0; i < scores.length; i++) {
            int above = 0;
            int hits = 0;
            for (int j = 0; j < scores.length; j++) {
                above += scores[j] >= scores[i] ? 1 : 0;
                hits += scores[j] >= scores[i] && positive[j] ? 1 : 0;
            }
            sum += positive[i] ? (double) hits / above : 0;
            positives += positive[i] ? 1 : 0;
        }
        return sum / positives;
    }

    private static double known(@Nullable Double measure) {
        return Objects.requireNonNull(measure);
    }

    private static Ranking ranking(String labels, float... scores) {
        boolean[] positive = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            positive[i] = labels.charAt(2 * i) == '1';
        }
        return Ranking.of(scores, positive);
    }
}
