package federarium.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.Step;
import federarium.projection.FederationState.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the window says when the real engine can't go on. */
@NullUnmarked
class TroublesTest {
    @RegisterExtension final RealWindow window = new RealWindow();

    @Test
    void divergedRunIsRewoundAndGoesOnWithHalfTheRate() {
        diverge();
        assertEquals("Diverged at round 3", window.text("#notice-title"));
        assertTrue(window.text("#notice-sentence").contains("learning rate of 100 "));
        assertEquals("Rewind to round 2 and halve it", window.text("#notice-way-1"));
        window.click("#notice-way-1");
        window.untilStarted(3);
        window.until(() -> !window.visible("#notice"));
        assertEquals(50, window.session().scenario().training().learningRate());
        assertEquals("rate 100", window.session().ghosts().getLast().name());
    }

    @Test
    void divergedRunStartsOverWithTheRateOfTheScenario() {
        diverge();
        assertEquals("Start over with 0.1", window.text("#notice-way-2"));
        window.tabTo("#notice-way-2");
        window.press(KeyCode.SPACE);
        window.untilStarted(3);
        assertEquals(0.1, window.session().scenario().training().learningRate());
    }

    @Test
    void returnTakesTheFirstWay() {
        diverge();
        window.press(KeyCode.ENTER);
        window.untilStarted(3);
    }

    @Test
    void escapePutsThePanelAwayAndLeavesTheRunToLookAt() {
        diverge();
        window.press(KeyCode.ESCAPE);
        window.until(() -> !window.visible("#notice"));
        assertEquals(3, window.frame().state().points().size());
    }

    @Test
    void runThatCannotBeKeptGoesOnInMemory() throws IOException {
        breakTheDisk();
        window.click("#notice-way-1");
        window.untilStarted(2);
        window.until(() ->
                window.frame().round() == 2
                        && window.frame().paused()
                        && window.frame().step() == Step.TEST_AND_REWARD);
        window.playThrough(4);
        assertEquals(5, window.frame().state().points().size());
        assertFalse(window.visible("#notice"));
    }

    @Test
    void runThatCannotBeKeptIsTriedAgainOnceTheDiskIsThere() throws IOException {
        Path away = breakTheDisk();
        Files.delete(blobs());
        Files.move(away, blobs());
        assertEquals("Try again", window.text("#notice-way-2"));
        window.click("#notice-way-2");
        window.untilStarted(2);
        window.until(() -> window.frame().state().points().size() == 3);
        window.playThrough(4);
        assertEquals(5, window.frame().state().points().size());
    }

    /** Three hidden layers and a huge rate: no update of the third round is finite any more. */
    private void diverge() {
        Map<String, String> deep =
                Map.of("model.hidden", "[64, 64, 64]", "training.learningRate", "100");
        window.robot().interact(() -> window.session().restart(deep, "before"));
        window.untilStarted(2);
        window.playThrough(9);
        assertEquals(Status.FAILED, window.frame().state().outcome().status());
        window.until(() -> window.visible("#notice"));
    }

    /** Puts a file where the folder of checkpoints was, and plays into it. */
    private Path breakTheDisk() throws IOException {
        window.playThrough(2);
        Path away = window.home().resolve("away");
        Files.move(blobs(), away);
        Files.createFile(blobs());
        window.robot().interact(() -> window.session().round());
        window.until(() -> window.visible("#notice"));
        assertEquals("The run broke off", window.text("#notice-title"));
        String sentence = window.text("#notice-sentence");
        assertTrue(sentence.contains(window.home().toString()), sentence);
        return away;
    }

    private Path blobs() {
        return window.home().resolve("blobs");
    }
}
