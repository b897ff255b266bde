package federarium.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent.SettingChanged;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every setting of the scenario, changed while the real engine runs. */
@NullUnmarked
class SettingsTest {
    @RegisterExtension final RealWindow window = new RealWindow();

    @Test
    void liveSettingActsFromTheNextRoundOn() {
        window.playThrough(1);
        find("batch size");
        window.type("#setting-training-batchSize", "20");
        window.playThrough(2);
        assertEquals(new SettingChanged(2, "training.batchSize", "20"), window.change());
        window.until(() -> window.text("#accuracy-chart-remark").contains("batch size 20"));
    }

    @Test
    void otherSettingStartsOverAndLeavesTheOldCurve() {
        window.playThrough(1);
        find("hidden layer");
        window.type("#setting-model-hidden", "[16, 16]");
        window.untilStarted(2);
        assertEquals("[16, 16]", window.session().scenario().value("model.hidden"));
        assertTrue(window.session().ghosts().getFirst().name().startsWith("Model, hidden ["));
        assertTrue(window.visible("#settings"));
    }

    @Test
    void refusedValueSaysWhyByItsField() {
        find("batch size");
        window.type("#setting-training-batchSize", "0");
        window.until(() -> window.visible("#setting-training-batchSize-refusal"));
        String sentence = window.text("#setting-training-batchSize-refusal");
        assertTrue(sentence.contains("allowed: a whole number from 1"), sentence);
        assertEquals("10", window.session().scenario().value("training.batchSize"));
    }

    @Test
    void valueThatTheDataRefuseSaysWhyByItsField() {
        find("clients");
        window.type("#setting-clients", "90000");
        window.until(() -> window.visible("#setting-clients-refusal"));
        assertFalse(window.visible("#notice"));
        assertEquals(8, window.frame().state().nodes().size());
    }

    @Test
    void knobAndPanelShowTheSameValue() {
        find("learning rate");
        window.type("#setting-training-learningRate", "0.3");
        window.until(() -> input("#knob-rate-field").getText().equals("0.3"));
        window.type("#knob-rate-field", "0.2");
        window.until(() -> input("#setting-training-learningRate").getText().equals("0.2"));
    }

    @Test
    void searchFindsByMeaningAndEscapeClosesThePanel() {
        find("step size local");
        assertTrue(window.robot().lookup("#setting-training-learningRate").tryQuery().isPresent());
        assertFalse(window.robot().lookup("#setting-clients").tryQuery().isPresent());
        window.press(KeyCode.ESCAPE);
        window.until(() -> !window.visible("#settings"));
    }

    private TextInputControl input(String query) {
        return window.robot().lookup(query).queryTextInputControl();
    }

    private void find(String words) {
        window.click("#more-settings");
        window.until(() -> window.node("#settings-search").isFocused());
        window.robot().write(words);
        window.settle();
    }
}
