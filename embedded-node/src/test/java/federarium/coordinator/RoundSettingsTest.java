package federarium.coordinator;

import static federarium.event.Step.CHOOSE_AND_SEND;
import static federarium.event.Step.TRAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import federarium.aggregation.Carried;
import federarium.coordinator.CoordinatorCommand.AwaitPermission;
import federarium.coordinator.CoordinatorCommand.AwaitYardsticks;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.CoordinatorInput.Begin;
import federarium.coordinator.CoordinatorInput.SettingRequested;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.SettingChanged;
import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Settings changed in mid-run, and runs that go on after an interruption. */
class RoundSettingsTest {
    private static final CoordinatorInput HALF_RATE =
            new SettingRequested("training.learningRate", "0.05");

    private final TinyRun run = TinyRun.of(2);

    @Test
    void areKeptSilentlyInMidRound() {
        run.untilTraining().give(HALF_RATE);

        assertEquals(List.of(), run.events);
        assertEquals(List.of(), run.commands);
        assertEquals(.1, run.state.scenario().training().learningRate());
    }

    @Test
    void actFromTheNextRoundOnAndAreItsFirstEvent() {
        run.untilTraining().give(HALF_RATE);
        firstRound().permit(CHOOSE_AND_SEND);
        assertEquals(
                List.of(
                        new SettingChanged(2, "training.learningRate", "0.05"),
                        new RoundStarted(2, List.of("a", "b"))),
                run.events.subList(0, 2));

        run.permit(TRAIN);
        assertEquals(.05, rate(run.commands.getFirst()));
    }

    @Test
    void areToldOnce() {
        run.untilTraining().give(HALF_RATE);
        firstRound().permit(CHOOSE_AND_SEND);

        assertEquals(Changes.NONE, run.state.ahead().pending());
    }

    @Test
    void actInTheOrderTheyWereAskedFor() {
        run.untilTraining()
                .give(HALF_RATE)
                .give(new SettingRequested("training.learningRate", "0.2"));
        firstRound().permit(CHOOSE_AND_SEND, TRAIN);

        assertEquals(.2, rate(run.commands.getFirst()));
    }

    @Test
    void endTheRunSoonerWhereItIsToBeShorter() {
        run.untilTraining().give(new SettingRequested("rounds", "1"));
        firstRound();

        assertEquals(new AwaitYardsticks(), run.commands.getLast());
    }

    @Test
    void makeTheRunLonger() {
        TinyRun one = TinyRun.of(2, "rounds", "1").untilTraining();
        one.give(new SettingRequested("rounds", "3"));
        one.arrive(one.update(0, 4, 0), one.update(1, 0, 4)).close();

        assertEquals(new AwaitPermission(2, CHOOSE_AND_SEND), one.commands.getLast());
    }

    /** The log already tells of rounds 1 to 5; the last checkpoint is after round 3. */
    @Test
    void actAfterTheRoundsThatAnEarlierLifeHasLogged() {
        TinyRun resumed = resumed(3, Changes.NONE, 5);
        resumed.give(HALF_RATE);

        assertEquals(
                List.of(new SettingChanged(6, "training.learningRate", "0.05")),
                resumed.state.ahead().pending().inOrder());
    }

    @Test
    void areHeldBackInARoundBeforeTheirs() {
        SettingChanged atSix = new SettingChanged(6, "training.learningRate", "0.05");
        TinyRun resumed = resumed(3, Changes.NONE.plus(atSix), 5);
        resumed.give(new Begin()).permit(CHOOSE_AND_SEND);

        assertEquals(new RoundStarted(4, List.of("a", "b")), resumed.events.getFirst());
        assertEquals(Changes.NONE.plus(atSix), resumed.state.ahead().pending());
        assertEquals(.1, resumed.state.scenario().training().learningRate());
    }

    @Test
    void leaveAResumedRunToGoOnWithoutBeginningAgain() {
        TinyRun resumed = resumed(3, Changes.NONE, 3).give(new Begin());

        assertEquals(List.of(), resumed.events);
        assertEquals(List.of(new AwaitPermission(4, CHOOSE_AND_SEND)), resumed.commands);
    }

    @Test
    void leaveARunThatIsResumedAtRoundZeroToGoOnAsWell() {
        TinyRun resumed = resumed(0, Changes.NONE, 0).give(new Begin());

        assertEquals(List.of(), resumed.events);
        assertEquals(List.of(new AwaitPermission(1, CHOOSE_AND_SEND)), resumed.commands);
    }

    @Test
    void actFromRoundOneWhereTheyAreAskedForBeforeTheRunBegins() {
        run.give(HALF_RATE).untilTraining();

        assertEquals(
                new SettingChanged(1, "training.learningRate", "0.05"),
                run.log.get(run.log.size() - 4));
        assertEquals(.05, rate(run.commands.getFirst()));
    }

    @Test
    void leaveARunThatIsThroughItsRoundsToWaitForTheYardsticks() {
        TinyRun resumed = resumed(9, Changes.NONE, 9).give(new Begin());

        assertEquals(List.of(new AwaitYardsticks()), resumed.commands);
    }

    /** What round 2 draws depends on the seed and its number, not on having seen round 1. */
    @Test
    void leaveTheCohortsOfAResumedRunAsTheyWouldHaveBeen() {
        TinyRun whole = TinyRun.of(8, "cohort.fraction", ".25").untilTraining();
        for (int client : whole.state.gathering().cohort()) {
            whole.arrive(whole.update(client, 1, 1));
        }
        whole.close();
        Weights model = whole.state.model();
        TinyRun resumed = TinyRun.of(8, "cohort.fraction", ".25");
        resumed.state =
                RoundState.closed(
                        resumed.plan.scenario(),
                        1,
                        model,
                        Carried.NONE,
                        new Ahead(Changes.NONE, 1));
        whole.permit(CHOOSE_AND_SEND, TRAIN);
        resumed.give(new Begin()).permit(CHOOSE_AND_SEND, TRAIN);

        assertEquals(whole.commands, resumed.commands);
    }

    private TinyRun firstRound() {
        return run.arrive(run.update(0, 4, 0), run.update(1, 0, 4)).close();
    }

    private static TinyRun resumed(int round, Changes pending, int settled) {
        TinyRun run = TinyRun.of(2, "rounds", "9");
        run.state =
                RoundState.closed(
                        run.plan.scenario(),
                        round,
                        TinyRun.INITIAL,
                        Carried.NONE,
                        new Ahead(pending, settled));
        return run;
    }

    private static double rate(CoordinatorCommand command) {
        return assertInstanceOf(Train.class, command).training().learningRate();
    }
}
