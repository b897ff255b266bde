package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationCommand.AdvanceRound;
import federarium.event.FederationCommand.AdvanceStep;
import federarium.event.FederationCommand.Pause;
import federarium.event.FederationCommand.Play;
import federarium.event.LiveSignal;
import federarium.event.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PlaybackClockTest {
    private final List<LiveSignal> signals = new ArrayList<>();
    private final PlaybackClock clock = new PlaybackClock(signals::add);

    @Test
    void standsStillUntilItIsTold() {
        CompletableFuture<Step> permission = clock.permit(1, Step.CHOOSE_AND_SEND);

        assertFalse(permission.isDone());
        assertEquals(List.of(new LiveSignal.Paused(1, Step.CHOOSE_AND_SEND)), signals);
    }

    @Test
    void playsWithoutWaitingAtInfiniteSpeedUntilPaused() {
        clock.obey(new Play(Double.POSITIVE_INFINITY));
        assertTrue(clock.permit(1, Step.CHOOSE_AND_SEND).isDone());

        clock.obey(new Pause());
        assertFalse(clock.permit(1, Step.TRAIN).isDone());
    }

    @Test
    void advancesByOneStep() {
        CompletableFuture<Step> first = clock.permit(1, Step.CHOOSE_AND_SEND);
        clock.obey(new AdvanceStep());

        assertTrue(first.isDone());
        assertFalse(clock.permit(1, Step.TRAIN).isDone());
    }

    @Test
    void advancesToTheEndOfTheRound() {
        CompletableFuture<Step> first = clock.permit(1, Step.CHOOSE_AND_SEND);
        clock.obey(new AdvanceRound());

        assertTrue(first.isDone());
        assertTrue(clock.permit(1, Step.TRAIN).isDone());
        assertTrue(clock.permit(1, Step.PROTECT_AND_SEND).isDone());
        assertTrue(clock.permit(1, Step.COMBINE).isDone());
        assertTrue(clock.permit(1, Step.TEST_AND_REWARD).isDone());
        assertFalse(clock.permit(2, Step.CHOOSE_AND_SEND).isDone());
    }

    @Test
    void remembersAnAdvanceThatWasAskedForBetweenTwoSteps() {
        clock.obey(new AdvanceRound());

        assertTrue(clock.permit(1, Step.CHOOSE_AND_SEND).isDone());
        assertTrue(clock.permit(1, Step.TRAIN).isDone());
    }

    @Test
    void aFasterSpeedLetsAWaitingStepInAtOnce() {
        clock.obey(new Play(1e-6));
        CompletableFuture<Step> first = clock.permit(1, Step.CHOOSE_AND_SEND);
        assertFalse(first.isDone());

        clock.obey(new Play(Double.POSITIVE_INFINITY));
        assertTrue(first.isDone());
    }
}
