package federarium.coordinator;

import static federarium.event.Step.CHOOSE_AND_SEND;
import static federarium.event.Step.COMBINE;
import static federarium.event.Step.PROTECT_AND_SEND;
import static federarium.event.Step.TRAIN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.PrivacyEvent;
import federarium.event.PrivacyEvent.PrivacySpent;
import federarium.event.PrivacyEvent.Spending;
import federarium.event.PrivacyEvent.UpdateClipped;
import federarium.privacy.noise.NoiseSource;
import federarium.update.Weights;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Central noise on the updates of two nodes, C = 5, from the model (8, 0). */
class CentralPrivacyTest {

    /** (3, 4) is 5 long and stays; (0, 20) is cut to (0, 5); their sum by 2 is (1.5, 4.5). */
    @Test
    void cutsEachUpdateToTheClipNormAndWeighsAllTheSame() {
        TinyRun run = run("privacy.noiseMultiplier", "0").untilTraining();
        run.arrive(run.update(0, 3, 4), run.update(1, 0, 20));
        run.permit(PROTECT_AND_SEND, COMBINE);

        assertArrayEquals(new float[] {9.5f, 4.5f}, run.state.model().toArray(), 1e-5f);
        assertEquals(List.of(new UpdateClipped(1, "b", 20, 5)), events(run, UpdateClipped.class));
    }

    /** Two of two are expected, one comes: its update by 2 all the same. */
    @Test
    void dividesByHowManyAreExpectedNotByHowManyCame() {
        TinyRun run = run("privacy.noiseMultiplier", "0").untilTraining();
        run.arrive(run.update(0, 3, 4)).miss(1, "gone");
        run.permit(PROTECT_AND_SEND, COMBINE);

        assertArrayEquals(new float[] {9.5f, 2}, run.state.model().toArray(), 1e-5f);
    }

    /** σ·C = 2 · 5. */
    @Test
    void addsNoiseOnceToTheSum() {
        TinyRun run = run("privacy.noiseMultiplier", "2").untilTraining();
        run.arrive(run.update(0, 3, 4), run.update(1, 0, 0));
        run.permit(PROTECT_AND_SEND, COMBINE);
        float[] sum =
                NoiseSource.seeded(1).ofCoordinator(1).addTo(Weights.copyOf(3, 4), 2, 5).toArray();

        assertArrayEquals(
                new float[] {8 + sum[0] / 2, sum[1] / 2}, run.state.model().toArray(), 1e-5f);
    }

    @Test
    void aCohortOfFixedSizeIsChargedWithoutAmplification() {
        TinyRun run = run("cohort.fraction", "0.5").untilTraining();
        int drawn = run.state.gathering().cohort().getFirst();
        run.arrive(run.update(drawn, 1, 0)).permit(PROTECT_AND_SEND, COMBINE);

        Spending spending = spent(run).spendings().getFirst();
        assertEquals(List.of(drawn == 0 ? "a" : "b"), spending.nodes());
        assertEquals(1, spending.rate());
        assertEquals(1, spending.noise());
        assertTrue(run.events.getLast() instanceof PrivacySpent);
        assertTrue(run.events.get(run.events.size() - 2) instanceof UpdatesAggregated);
    }

    @Test
    void aCohortOfCoinsIsChargedToAllAndAmplifies() {
        TinyRun run = run("cohort.fraction", "0.5", "cohort.sampling", "poisson").untilTraining();
        for (int client : run.state.gathering().cohort()) {
            run.arrive(run.update(client, 1, 0));
        }
        run.permit(PROTECT_AND_SEND, COMBINE);

        Spending spending = spent(run).spendings().getFirst();
        assertEquals(List.of("a", "b"), spending.nodes());
        assertEquals(.5, spending.rate());
    }

    /** Nobody was drawn; the model moves all the same, so that it doesn't tell. */
    @Test
    void aSumOfNothingIsNoisedToo() {
        TinyRun run = run("cohort.fraction", "1e-9", "cohort.sampling", "poisson").untilTraining();
        run.permit(PROTECT_AND_SEND, COMBINE);

        assertEquals(List.of(), run.state.gathering().cohort());
        assertTrue(run.state.model().get(0) != TinyRun.INITIAL.get(0));
    }

    /** σ = 1 costs ε = 4.73 once at δ = 1e-5, and more than 6 twice. */
    @Test
    void aNodeWhoseBudgetIsSpentSitsOut() {
        TinyRun run = run("privacy.budget", "6").untilTraining();
        run.arrive(run.update(0, 1, 0), run.update(1, 0, 1)).close();
        double first = run.state.books().of(0).steps();
        run.permit(CHOOSE_AND_SEND);

        assertEquals(1, first);
        assertEquals(
                List.of(
                        new RoundStarted(
                                2,
                                List.of(),
                                "the privacy budget of everybody who could take part is spent"),
                        new PrivacyEvent.BudgetsSpent(2, List.of("a", "b"))),
                run.events);
        float[] before = run.state.model().toArray();
        run.permit(TRAIN, PROTECT_AND_SEND, COMBINE);
        assertArrayEquals(before, run.state.model().toArray());
        assertEquals(List.of(), events(run, PrivacySpent.class));
    }

    @Test
    void tellsTheLastRoundThatTheBudgetAllows() {
        TinyRun run = run("privacy.budget", "12", "rounds", "50").untilTraining();
        run.arrive(run.update(0, 1, 0), run.update(1, 0, 1)).permit(PROTECT_AND_SEND, COMBINE);
        int last = Objects.requireNonNull(spent(run).lastRound());
        run.permit(federarium.event.Step.TEST_AND_REWARD)
                .give(new CoordinatorInput.ModelMeasured(TinyRun.evaluation(run.state.round())));
        while (run.state.round() < last) {
            run.permit(CHOOSE_AND_SEND, TRAIN);
            run.arrive(run.update(0, 1, 0), run.update(1, 0, 1)).close();
        }
        run.permit(CHOOSE_AND_SEND);

        assertEquals(List.of(), ((RoundStarted) run.events.getFirst()).cohort());
        assertEquals(last + 1, run.state.round());
    }

    /** Both are short enough: b̃ is near 1 and C falls by exp(−η(b̃ − γ)), here η = 1, γ = ½. */
    @Test
    void anAdaptiveClipNormFollowsTheUpdates() {
        TinyRun run =
                run(
                                "privacy.clipping",
                                "adaptive",
                                "privacy.clipRate",
                                "1",
                                "privacy.noiseMultiplier",
                                "0.1")
                        .untilTraining();
        run.arrive(run.update(0, 3, 4), run.update(1, 0, 1)).permit(PROTECT_AND_SEND, COMBINE);

        assertEquals(5, spent(run).clipNorm());
        assertEquals(5 * Math.exp(-.5), spent(run).nextClipNorm(), .8, "noised by σ_b ÷ m = .05");
        assertTrue(spent(run).nextClipNorm() != 5 * Math.exp(-.5));
        assertEquals(spent(run).nextClipNorm(), run.state.books().clipNorm());
        assertEquals(.1, spent(run).spendings().getFirst().noise());
    }

    @Test
    void theBooksAreWhatTheLogSays() {
        TinyRun run = run("rounds", "3").untilTraining();
        for (int round = 1; round <= 3; round++) {
            run.arrive(run.update(0, 1, 0), run.update(1, 0, 1)).close();
            if (round < 3) {
                run.permit(CHOOSE_AND_SEND, TRAIN);
            }
        }

        assertEquals(
                run.state.books().ledgers(),
                Books.after(run.log, List.of("a", "b")::indexOf).ledgers());
        assertEquals(3, run.state.books().of(1).steps());
    }

    private static TinyRun run(String... more) {
        String[] all = new String[more.length + 4];
        System.arraycopy(
                new String[] {"privacy.mechanism", "central", "privacy.clipNorm", "5"},
                0,
                all,
                0,
                4);
        System.arraycopy(more, 0, all, 4, more.length);
        return TinyRun.of(2, all);
    }

    private static PrivacySpent spent(TinyRun run) {
        return events(run, PrivacySpent.class).getFirst();
    }

    private static <T extends FederationEvent> List<T> events(TinyRun run, Class<T> type) {
        return run.events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
