package federarium.coordinator;

import static federarium.event.Step.CHOOSE_AND_SEND;
import static federarium.event.Step.COMBINE;
import static federarium.event.Step.PROTECT_AND_SEND;
import static federarium.event.Step.TEST_AND_REWARD;
import static federarium.event.Step.TRAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.coordinator.CoordinatorInput.Begin;
import federarium.coordinator.CoordinatorInput.ModelMeasured;
import federarium.coordinator.CoordinatorInput.SettingRequested;
import federarium.coordinator.CoordinatorInput.StepPermitted;
import federarium.coordinator.CoordinatorInput.YardsticksReady;
import federarium.event.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that nobody waits for change nothing: too early, too late, twice, of another round. */
class StrayInputsTest {
    private final TinyRun run = TinyRun.of(2, "rounds", "2");

    @ParameterizedTest
    @EnumSource(Step.class)
    void aPermissionBeforeTheRunBegins(Step step) {
        assertIgnored(new StepPermitted(0, step));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aPermissionWhileTheNodesTrain(Step step) {
        run.untilTraining();

        assertIgnored(new StepPermitted(1, step));
    }

    @ParameterizedTest
    @CsvSource({
        "1, CHOOSE_AND_SEND",
        "1, PROTECT_AND_SEND",
        "1, TEST_AND_REWARD",
        "0, COMBINE",
        "2, COMBINE"
    })
    void aPermissionForAnotherStepOrRoundThanTheOneAskedFor(int round, Step step) {
        trained().permit(PROTECT_AND_SEND);

        assertIgnored(new StepPermitted(round, step));
    }

    @Test
    void aPermissionGivenTwice() {
        trained().permit(PROTECT_AND_SEND, COMBINE);

        assertIgnored(new StepPermitted(1, COMBINE));
    }

    /** A round that is closed asks for the same step as the round before it did. */
    @Test
    void aPermissionOfTheRoundBefore() {
        trained().close();

        assertIgnored(new StepPermitted(1, CHOOSE_AND_SEND));
    }

    @Test
    void aMeasurementBeforeItIsAskedFor() {
        trained().permit(PROTECT_AND_SEND, COMBINE);

        assertIgnored(new ModelMeasured(TinyRun.evaluation(1)));
    }

    @Test
    void aMeasurementOfAnotherRound() {
        trained().permit(PROTECT_AND_SEND, COMBINE, TEST_AND_REWARD);

        assertIgnored(new ModelMeasured(TinyRun.evaluation(0)));
    }

    @Test
    void aMeasurementMadeTwice() {
        trained().close();

        assertIgnored(new ModelMeasured(TinyRun.evaluation(1)));
    }

    @Test
    void anUpdateBeforeTheNodesAreToTrain() {
        run.give(new Begin())
                .give(new ModelMeasured(TinyRun.evaluation(0)))
                .permit(CHOOSE_AND_SEND);

        assertIgnored(new CoordinatorInput.UpdateArrived(run.update(0, 4, 0)));
    }

    @Test
    void aBeginningInMidRun() {
        run.untilTraining();

        assertIgnored(new Begin());
    }

    @Test
    void yardsticksBeforeTheLastRoundIsClosed() {
        trained();

        assertIgnored(new YardsticksReady(List.of()));
    }

    @Test
    void whateverComesAfterTheEnd() {
        trained().close().permit(CHOOSE_AND_SEND, TRAIN);
        run.arrive(run.update(0, 4, 0), run.update(1, 0, 4)).close();
        run.give(new YardsticksReady(List.of()));

        assertIgnored(new YardsticksReady(List.of()));
        assertIgnored(new StepPermitted(3, CHOOSE_AND_SEND));
        assertIgnored(new SettingRequested("rounds", "9"));
        assertIgnored(new Begin());
    }

    private TinyRun trained() {
        run.untilTraining();
        return run.arrive(run.update(0, 4, 0), run.update(1, 0, 4));
    }

    private void assertIgnored(CoordinatorInput input) {
        RoundState before = run.state;

        assertEquals(new Transition(before, List.of(), List.of()), run.machine.step(before, input));
    }
}
