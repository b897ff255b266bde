package federarium.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.SettingChanged;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Settings that a person turns while the real engine runs. */
@NullUnmarked
class KnobsTest {
    @RegisterExtension final RealWindow window = new RealWindow();

    @Test
    void turnedKnobActsFromTheNextRoundOn() {
        window.click("#speed-5");
        window.click("#play");
        window.until(() -> window.frame().state().points().size() > 2);
        window.type("#knob-rate-field", "0.3");
        window.until(() -> window.change() != null);
        SettingChanged change = window.change();
        assertEquals("training.learningRate", change.key());
        assertEquals("0.3", change.value());
        window.until(() -> window.frame().round() > change.round());
        List<FederationEvent> log = window.log();
        int at = log.indexOf(change);
        assertTrue(
                log.subList(0, at).stream()
                        .filter(RoundStarted.class::isInstance)
                        .allMatch(event -> event.round() < change.round()));
        RoundStarted next =
                (RoundStarted)
                        log.subList(at, log.size()).stream()
                                .filter(RoundStarted.class::isInstance)
                                .findFirst()
                                .orElseThrow();
        assertEquals(change.round(), next.round());
        window.until(() -> window.text("#accuracy-chart-remark").contains("learning rate 0.3"));
    }

    @Test
    void draggedKnobIsReportedOnceItRests() {
        window.click("#knob-epochs-slider");
        window.until(() ->
                window.robot()
                        .lookup("#knob-epochs-field")
                        .queryTextInputControl()
                        .getText()
                        .matches("\\d\\d"));
        window.click("#round-step");
        window.until(() -> window.change() != null);
        assertEquals(1, window.log().stream().filter(SettingChanged.class::isInstance).count());
        assertEquals("training.localEpochs", window.change().key());
    }

    @Test
    void refusedValueSaysWhyInItsPlace() {
        window.type("#knob-rate-field", "-1");
        window.until(() -> window.visible("#knob-rate-note"));
        assertTrue(
                window.text("#knob-rate-note").contains("allowed"), window.text("#knob-rate-note"));
        window.type("#knob-rate-field", "much");
        window.until(() -> window.text("#knob-rate-note").contains("no number"));
        assertFalse(window.visible("#notice"));
    }

    @Test
    void otherSeedStartsOverAndLeavesTheOldCurve() {
        window.click("#round-step");
        window.until(() -> window.frame().state().points().size() == 2 && window.frame().paused());
        window.click("#next-seed");
        window.until(() ->
                window.started() == 2
                        && window.frame().ready()
                        && window.frame().state().points().size() == 1);
        window.until(() -> window.session().ghosts().size() == 1);
        assertEquals("seed 1", window.session().ghosts().getFirst().name());
        assertEquals(2, window.frame().state().run().seed());
        window.until(() ->
                window.node("#accuracy-canvas").getAccessibleText().contains("before: seed 1"));
    }
}
