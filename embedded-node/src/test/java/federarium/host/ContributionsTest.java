package federarium.host;

import static federarium.incentive.CoalitionModel.FIXED;
import static federarium.incentive.CoalitionModel.RENORMALISED;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.host.Contributions.Asked;
import federarium.host.Contributions.Round;
import federarium.host.Contributions.Scored;
import federarium.model.Predictions;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContributionsTest {
    private static final FedAvgRounds DIGITS = FedAvgRounds.of(Runs.digits(1));
    private static final Round FIRST = DIGITS.rounds(1).getFirst();

    private static List<Scored> score(int threads, Utility utility, Round round, Asked... asked) {
        try (PoolWorkers workers = new PoolWorkers(threads)) {
            return new Contributions(
                            DIGITS.validation(utility),
                            workers,
                            DIGITS.streams(),
                            Contributions.REPEATS)
                    .of(round, List.of(asked))
                    .join();
        }
    }

    private static List<Scored> compare(int threads) {
        return score(
                threads, Utility.LOSS, FIRST, Contributions.comparison(8).toArray(Asked[]::new));
    }

    private static Round replacing(int client, Weights update) {
        List<Weights> updates = new ArrayList<>(FIRST.updates());
        updates.set(client, update);
        return new Round(1, FIRST.model(), FIRST.rate(), updates, FIRST.weights());
    }

    private static Weights everywhere(float value) {
        float[] values = new float[FIRST.model().size()];
        Arrays.fill(values, value);
        return Weights.owning(values);
    }

    @Test
    void haveTheSameBitsOnAnyNumberOfThreads() {
        List<Scored> one = compare(1);
        List<Scored> four = compare(4);

        assertEquals(8, one.size());
        for (int i = 0; i < one.size(); i++) {
            assertEquals(one.get(i).asked(), four.get(i).asked());
            assertArrayEquals(one.get(i).scores(), four.get(i).scores());
            assertArrayEquals(one.get(i).spread(), four.get(i).spread());
            assertEquals(one.get(i).evaluations(), four.get(i).evaluations());
        }
    }

    @Test
    void shareOutWhatTheRoundGained() {
        Scored shapley = score(2, Utility.LOSS, FIRST, new Asked("shapley", FIXED)).getFirst();
        double gained = shapley.after() - shapley.before();

        assertEquals(256, shapley.evaluations());
        assertTrue(gained > .1, "gained " + gained);
        assertEquals(gained, Arrays.stream(shapley.scores()).sum(), 1e-9);
    }

    @Test
    void areMeasuredOnRowsDrawnOnceAndTheSameBeforeAndAfter() {
        int[] rows = Validation.rows(DIGITS.data().test(), DIGITS.streams().stream("validation"));
        Predictions predictions = new Predictions(DIGITS.data().dataset(), rows);
        DIGITS.models()
                .with(model -> {
                    model.load(FedAvgRounds.together(FIRST));
                    predictions.predict(model, 0, rows.length);
                    return model;
                });
        Scored scored = score(1, Utility.ACCURACY, FIRST, new Asked("gtg", FIXED)).getFirst();

        assertEquals(256, rows.length);
        assertEquals(256, Arrays.stream(rows).distinct().count());
        assertEquals(predictions.accuracy(0, 256), scored.after());
    }

    @Test
    void haveASpreadWhereSomethingIsDrawn() {
        List<Scored> scored =
                score(
                        2,
                        Utility.LOSS,
                        FIRST,
                        new Asked("shapley", FIXED),
                        new Asked("tmc", FIXED),
                        new Asked("gtg", RENORMALISED));

        assertNull(scored.get(0).spread());
        for (Scored drawn : scored.subList(1, 3)) {
            double[] spread = requireNonNull(drawn.spread());
            assertTrue(Arrays.stream(spread).allMatch(each -> each > 0), Arrays.toString(spread));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaveOneOut", "shapley", "tmc", "gtg"})
    void areExactlyNothingForAnUpdateOfZeroUnderFixedWeights(String rule) {
        Round round = replacing(2, Weights.zeros(FIRST.model().size()));
        Scored scored = score(2, Utility.LOSS, round, new Asked(rule, FIXED)).getFirst();

        assertEquals(0, scored.scores()[2]);
        assertTrue(scored.scores()[3] != 0, "another's is worth something");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaveOneOut", "shapley", "tmc", "gtg"})
    void areExactlyNothingForAnUpdateThatWasRefused(String rule) {
        double[] weights = FIRST.weights().clone();
        weights[2] = 0;
        Round round = new Round(1, FIRST.model(), 1, FIRST.updates(), weights);

        assertEquals(
                0,
                score(2, Utility.LOSS, round, new Asked(rule, RENORMALISED))
                        .getFirst()
                        .scores()[2]);
    }

    @ParameterizedTest
    @EnumSource
    void areTheWorstThereIsForAModelThatIsNotFinite(Utility utility) {
        for (float broken : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.MAX_VALUE}) {
            Scored scored =
                    score(2, utility, replacing(0, everywhere(broken)), new Asked("shapley", FIXED))
                            .getFirst();

            assertTrue(scored.after() <= 1 / 8.0, broken + " gives " + scored.after());
            assertTrue(Arrays.stream(scored.scores()).allMatch(Double::isFinite));
            if (!Float.isFinite(broken)) {
                assertEquals(utility.worst(), scored.after());
            }
        }
    }

    @Test
    void leaveTheExactRuleOutWhereThereAreTooManyUpdates() {
        assertTrue(Contributions.comparison(8).contains(new Asked("shapley", FIXED)));
        assertTrue(
                Contributions.comparison(9).stream()
                        .noneMatch(each -> each.rule().equals("shapley")));
    }
}
