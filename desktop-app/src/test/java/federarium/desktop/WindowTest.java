package federarium.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.Step;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real window over the real engine, as a person drives it. */
@NullUnmarked
class WindowTest {
    @RegisterExtension final RealWindow window = new RealWindow();

    @Test
    void opensReadyAndPausedOnDigits() {
        window.settle();
        assertEquals("Round 0 of 50", window.text("#round-label"));
        assertEquals(8, window.frame().state().nodes().size());
        assertNotNull(window.node("#node-c08"));
        assertTrue(
                window.text("#step-sentence").contains("Press play"),
                window.text("#step-sentence"));
        assertFalse(window.node("#play").isDisabled());
        assertFalse(window.visible("#notice"));
    }

    @Test
    void playsToRoundThreeAndPauses() {
        window.click("#speed-5");
        window.click("#play");
        window.until(() -> window.frame().state().points().size() > 3);
        window.until(() -> window.text("#round-label").matches("Round ([3-9]|\\d\\d) of 50"));
        window.click("#play");
        window.until(() -> window.frame().paused());
        int events = window.log().size();
        window.settle();
        assertEquals(events, window.log().size());
        window.until(() -> "Play".equals(window.node("#play").getAccessibleText()));
    }

    @Test
    void spacePlaysAndPauses() {
        window.click("#round-label");
        window.press(KeyCode.SPACE);
        window.until(() -> !window.frame().paused());
        window.press(KeyCode.SPACE);
        window.until(() -> window.frame().paused());
    }

    @Test
    void arrowAdvancesOneStepAndWithShiftTheRound() {
        window.press(KeyCode.RIGHT);
        window.until(() -> window.frame().next() == Step.TRAIN);
        assertEquals(Step.CHOOSE_AND_SEND, window.frame().step());
        window.until(() ->
                window.text("#step-sentence").equals("8 of 8 nodes chosen; 9.6 kB went to each."));
        window.press(KeyCode.SHIFT, KeyCode.RIGHT);
        window.until(
                () -> window.frame().next() == Step.CHOOSE_AND_SEND && window.frame().round() == 1);
        window.until(() -> window.text("#step-sentence").startsWith("Accuracy "));
    }

    @Test
    void arrowStepsAfterAClickOnASpeedToo() {
        window.click("#speed-5");
        window.press(KeyCode.RIGHT);
        window.until(() -> window.frame().next() == Step.TRAIN);
        assertTrue(((ToggleButton) window.node("#speed-5")).isSelected());
    }

    @Test
    void homeStartsOver() {
        window.click("#round-step");
        window.until(() -> window.frame().state().points().size() == 2 && window.frame().paused());
        window.click("#round-label");
        window.press(KeyCode.HOME);
        window.until(() ->
                window.started() == 2
                        && window.frame().ready()
                        && window.frame().state().points().size() == 1);
    }

    @Test
    void switchesToAnotherScenario() {
        ComboBox<?> picker = (ComboBox<?>) window.node("#scenario");
        window.robot().interact(() -> picker.getSelectionModel().select(2));
        window.until(() ->
                window.frame().state().run() != null
                        && window.frame().state().run().scenario().equals("hospital"));
        window.until(() -> window.frame().ready());
        window.settle();
        assertEquals("Round 0 of 30", window.text("#round-label"));
        assertTrue(window.node("#knob-nodes-field").isDisabled());
        assertTrue(window.text("#knob-nodes-note").contains("whose row is whose"));
    }

    @Test
    void clickedNodeTellsWhatStaysAndWhatLeaves() {
        assertTrue(window.visible("#inspector-empty"));
        window.click("#round-step");
        window.until(() -> window.frame().state().points().size() == 2 && window.frame().paused());
        window.settle();
        window.click("#node-c03");
        window.until(() -> window.text("#inspector-name").equals("c03"));
        window.settle();
        assertFalse(window.robot().lookup("#samples .sample").queryAll().isEmpty());
        List<String> figures =
                window.robot().lookup("#inspector-leaves .label").queryAll().stream()
                        .map(label -> ((Labeled) label).getText())
                        .toList();
        assertTrue(
                figures.containsAll(List.of("Parameters", "2,410", "9.6 kB")), figures.toString());
        assertTrue(window.text("#inspector-sees").contains("whole update"));
        window.press(KeyCode.ESCAPE);
        window.settle();
        assertTrue(window.visible("#inspector-empty"));
    }

    @Test
    void nodeWithoutACoordinatorGivesItsModelToItsNeighbours() {
        window.robot().interact(() -> window.session().open("gossip"));
        window.untilStarted(2);
        window.playThrough(1);
        window.click("#node-c03");
        window.until(() -> window.text("#inspector-name").equals("c03"));
        window.settle();
        assertEquals("Who sees what", window.text("#inspector-sees-title"));
        assertTrue(
                window.text("#inspector-sees").contains("number by number: c02 and c04."),
                window.text("#inspector-sees"));
        List<String> figures =
                window.robot().lookup("#inspector-leaves .label").queryAll().stream()
                        .filter(label -> label.isVisible() && label.getParent().isVisible())
                        .map(label -> ((Labeled) label).getText())
                        .toList();
        assertTrue(figures.contains("Model of round"), figures.toString());
        assertFalse(figures.contains("Update of round"), figures.toString());
    }

    @Test
    void questionMarkShowsTheKeysAndEscapeHidesThem() {
        window.click("#help-button");
        window.settle();
        assertTrue(window.visible("#help"));
        window.press(KeyCode.ESCAPE);
        window.settle();
        assertFalse(window.visible("#help"));
    }
}
