package federarium.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.host.Engine;
import federarium.host.Engine.Drive;
import federarium.persistence.RunRecord;
import federarium.persistence.RunState;
import federarium.persistence.RunStore;
import federarium.projection.FederationState.Status;
import federarium.scenario.BuiltInScenarios;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs that outlive the window, over the real engine. */
@NullUnmarked
class ResumeTest {
    @RegisterExtension final RealWindow window = new RealWindow();

    @Test
    void closedWindowLeavesARunThatCanBeResumed() throws Exception {
        window.playThrough(1);
        window.close();
        assertEquals(RunState.INTERRUPTED, kept().getFirst().state());
    }

    @Test
    void firstStartOffersNothing() {
        window.settle();
        assertFalse(window.visible("#offer"));
    }

    @Test
    void interruptedRunIsOfferedAndGoesOnToTheSameBits() throws Exception {
        interruptAfter(3);
        assertEquals(0, window.frame().round());
        window.until(() -> window.visible("#offer"));
        String sentence = window.text("#offer-sentence");
        assertTrue(
                sentence.startsWith("Interrupted at round 3 of 50: Handwritten digits"), sentence);
        window.click("#offer-accept");
        window.until(() -> window.frame().state().points().size() == 4 && window.frame().paused());
        window.until(() -> window.text("#round-label").equals("Round 3 of 50"));
        assertFalse(window.visible("#offer"));
        assertTrue(window.text("#step-sentence").startsWith("As it was left after round 3"));
        window.click("#speed-max");
        window.click("#play");
        window.until(() -> window.frame().state().outcome().status() == Status.COMPLETED);
        assertEquals(uninterrupted(), window.frame().state().modelSha256());
    }

    @Test
    void declinedRunStaysWhereItIs() throws Exception {
        interruptAfter(2);
        window.until(() -> window.visible("#offer"));
        window.click("#offer-decline");
        window.settle();
        assertFalse(window.visible("#offer"));
        window.close();
        RunRecord run = kept().getFirst();
        assertEquals(RunState.INTERRUPTED, run.state());
        assertEquals(2, run.lastRound());
    }

    @Test
    void offerLeavesTheKeysToTheRunOnStage() throws Exception {
        interruptAfter(1);
        window.until(() -> window.visible("#offer"));
        window.press(KeyCode.RIGHT);
        window.until(() -> window.frame().state().round().number() == 1);
        assertTrue(window.visible("#offer"));
        assertEquals(1, window.started());
    }

    @Test
    void offerIsWithinReachOfTheKeyboard() throws Exception {
        interruptAfter(1);
        window.until(() -> window.visible("#offer"));
        window.tabTo("#offer-accept");
        window.press(KeyCode.TAB);
        window.until(() -> window.node("#offer-decline").isFocused());
        window.press(KeyCode.SPACE);
        window.until(() -> !window.visible("#offer") && window.frame().paused());
    }

    @Test
    void resumedRunShowsTheSettingsThatItHadComeTo() throws Exception {
        window.type("#knob-rate-field", "0.3");
        interruptAfter(2);
        window.until(() -> window.visible("#offer"));
        window.click("#offer-accept");
        window.untilStarted(2);
        assertEquals(0.3, window.session().scenario().training().learningRate());
        window.until(() ->
                window.robot()
                        .lookup("#knob-rate-field")
                        .queryTextInputControl()
                        .getText()
                        .equals("0.3"));
    }

    /** Plays through that round, closes the window and opens it again. */
    private void interruptAfter(int round) throws Exception {
        window.playThrough(round);
        window.close();
        window.open();
    }

    private List<RunRecord> kept() {
        try (RunStore store = RunStore.open(window.home())) {
            return store.runs();
        }
    }

    private static String uninterrupted() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            return engine.start(BuiltInScenarios.open("digits"), Drive.UNATTENDED)
                    .finished()
                    .join()
                    .modelSha256();
        }
    }
}
