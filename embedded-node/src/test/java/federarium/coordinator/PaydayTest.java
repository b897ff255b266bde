package federarium.coordinator;

import static federarium.event.Step.CHOOSE_AND_SEND;
import static federarium.event.Step.COMBINE;
import static federarium.event.Step.PROTECT_AND_SEND;
import static federarium.event.Step.TEST_AND_REWARD;
import static federarium.event.Step.TRAIN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import federarium.coordinator.CoordinatorCommand.ValueUpdates;
import federarium.coordinator.CoordinatorInput.ModelMeasured;
import federarium.coordinator.CoordinatorInput.UpdatesValued;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.RewardEvent.Contribution;
import federarium.event.RewardEvent.ContributionsScored;
import federarium.event.RewardEvent.CreditsPaid;
import federarium.event.RewardEvent.Payment;
import federarium.scenario.Incentive.Coalitions;
import federarium.scenario.Incentive.Pay;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nodes a, b, c with 1, 3 and 4 examples share a pot of 12. */
class PaydayTest {

    private static TinyRun paying(int nodes, String rule, String... more) {
        String[] all = new String[more.length + 4];
        all[0] = "incentive.rule";
        all[1] = rule;
        all[2] = "incentive.pot";
        all[3] = "12";
        System.arraycopy(more, 0, all, 4, more.length);
        return TinyRun.of(nodes, all);
    }

    private static TinyRun both(TinyRun run) {
        return run.arrive(run.update(0, 1, 0), run.update(1, 0, 1));
    }

    private static List<Payment> payments(TinyRun run) {
        return run.events.stream()
                .filter(CreditsPaid.class::isInstance)
                .map(event -> ((CreditsPaid) event).payments())
                .findFirst()
                .orElse(List.of());
    }

    @Test
    void followsTheMeasurementAndEndsTheRound() {
        TinyRun run = both(paying(2, "equal").untilTraining()).close();

        List<Class<?>> told = run.events.stream().<Class<?>>map(FederationEvent::getClass).toList();
        assertEquals(
                List.of(
                        ModelEvaluated.class,
                        ContributionsScored.class,
                        CreditsPaid.class,
                        RoundClosed.class),
                told);
    }

    @ParameterizedTest
    @CsvSource({"equal, 6, 6", "size, 3, 9"})
    void sharesThePotOut(String rule, double first, double second) {
        TinyRun run = both(paying(2, rule).untilTraining()).close();

        assertEquals(
                List.of(new Payment("a", first, first), new Payment("b", second, second)),
                payments(run));
    }

    @Test
    void addsUpOverRounds() {
        TinyRun run = both(paying(2, "equal").untilTraining()).close();

        both(run.permit(CHOOSE_AND_SEND, TRAIN)).close();

        assertEquals(List.of(new Payment("a", 6, 12), new Payment("b", 6, 12)), payments(run));
    }

    @Test
    void goesToThoseAloneWhoseUpdateWasThere() {
        TinyRun run = paying(2, "equal").untilTraining().miss(0, "lost");

        run.arrive(run.update(1, 0, 1)).close();

        assertEquals(List.of(new Payment("b", 12, 12)), payments(run));
    }

    @Test
    void isNoneWhereNobodysUpdateWas() {
        TinyRun run = paying(2, "equal").untilTraining().miss(0, "lost").miss(1, "lost").close();

        assertEquals(List.of(), payments(run));
        assertInstanceOf(RoundClosed.class, run.events.getLast());
    }

    @Test
    void leavesOutWhomTheRuleRefused() {
        TinyRun run = paying(3, "equal", "aggregation.rule", "krum").untilTraining();

        run.arrive(run.update(0, 1, 0), run.update(1, 1, 0), run.update(2, -9, 0)).close();

        assertEquals(12, payments(run).stream().mapToDouble(Payment::credits).max().orElse(0));
        assertEquals(new Payment("c", 0, 0), payments(run).getLast());
    }

    @Test
    void waitsForTheScoresOfARuleThatValuesUpdates() {
        TinyRun run = both(paying(2, "leaveOneOut").untilTraining()).close();

        Valuation asked = ((ValueUpdates) run.commands.getLast()).valuation();
        assertEquals(TinyRun.INITIAL, asked.model());
        assertArrayEquals(new double[] {.25, .75}, asked.weights());
        assertEquals(2, asked.updates().size());
        assertEquals(List.of(), payments(run));
    }

    @ParameterizedTest
    @CsvSource({"nothing, 0", "costs, -4"})
    void givesNothingOrTakesWhereAnUpdateDidHarm(String negative, double harmful) {
        TinyRun run =
                both(paying(2, "leaveOneOut", "incentive.negative", negative).untilTraining())
                        .close();

        run.give(valued(1, .3, -.1));

        assertEquals(
                List.of(new Payment("a", 12, 12), new Payment("b", harmful, harmful)),
                payments(run));
    }

    @Test
    void ofAnotherRuleComesAfterTheOneThatPays() {
        TinyRun run = both(paying(2, "size", "incentive.compare", "true").untilTraining()).close();

        run.give(valued(1, .3, .1));

        List<String> rules =
                run.events.stream()
                        .filter(ContributionsScored.class::isInstance)
                        .map(event -> ((ContributionsScored) event).rule())
                        .toList();
        assertEquals(List.of("size", "leaveOneOut", "equal"), rules);
        assertEquals(List.of(new Payment("a", 3, 3), new Payment("b", 9, 9)), payments(run));
    }

    @Test
    void tellsWhatEachScoreWouldEarn() {
        TinyRun run = both(paying(2, "leaveOneOut").untilTraining()).close();

        run.give(valued(1, .3, .1));

        ContributionsScored scored = (ContributionsScored) run.events.getFirst();
        assertEquals("fixed", scored.coalitions());
        assertEquals(
                List.of(
                        new Contribution("a", .3, null, 12 * (.3 / (.3 + .1))),
                        new Contribution("b", .1, null, 12 * (.1 / (.3 + .1)))),
                scored.contributions());
    }

    @ParameterizedTest
    @CsvSource({"0", "2"})
    void takesNoScoresOfAnotherRound(int round) {
        TinyRun run = both(paying(2, "leaveOneOut").untilTraining()).close();

        run.give(valued(round, .3, .1));

        assertEquals(List.of(), run.events);
    }

    @Test
    void takesNoScoresBeforeTheyAreAskedFor() {
        TinyRun run = both(paying(2, "leaveOneOut").untilTraining());
        run.permit(PROTECT_AND_SEND, COMBINE);

        run.give(valued(1, .3, .1));

        assertEquals(List.of(), run.events);
        run.permit(TEST_AND_REWARD).give(new ModelMeasured(TinyRun.evaluation(1)));
        assertInstanceOf(ValueUpdates.class, run.commands.getLast());
    }

    private static UpdatesValued valued(int round, double... scores) {
        return new UpdatesValued(
                round,
                List.of(
                        new Valuation.Scores(
                                Pay.LEAVE_ONE_OUT,
                                Coalitions.FIXED,
                                .5,
                                .9,
                                4,
                                Arrays.stream(scores).boxed().toList(),
                                List.of())));
    }
}
