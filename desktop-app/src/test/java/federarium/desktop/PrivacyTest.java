package federarium.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.Step;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Arc;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.robot.Motion;

/** Digits with noise, as the window shows what it costs and whom it protects. */
@NullUnmarked
class PrivacyTest {
    private static final Map<String, String> CENTRAL =
            Map.of("privacy.mechanism", "central", "privacy.budget", "12");

    @RegisterExtension final RealWindow window = new RealWindow();

    @Test
    void withoutNoiseThereIsNoRing() {
        window.settle();
        assertFalse(window.node("#node-c01 .budget-ring").isVisible());
        assertFalse(column("ε"));
    }

    @Test
    void ringDrainsAndIsLockedWhenTheBudgetIsSpent() {
        under(CENTRAL);
        assertEquals(-360, left().getLength(), 1e-9);
        window.playThrough(1);
        window.settle();
        assertTrue(left().getLength() > -330 && left().getLength() < 0, left().toString());
        assertFalse(window.node("#node-c01 .padlock").isVisible());
        assertTrue(column("Budget left"));
        while (!window.frame().state().nodes().get("c01").sitsOut()) {
            window.playThrough(window.frame().state().points().size());
        }
        window.settle();
        assertTrue(window.node("#node-c01 .padlock").isVisible());
        assertFalse(left().getStrokeDashArray().isEmpty());
        String words = window.node("#node-c01").getAccessibleText();
        assertTrue(words.contains("sits out"), words);
    }

    @Test
    void chartSaysWhatIsSpentAndWhenTheBudgetEnds() {
        window.settle();
        assertFalse(window.node("#epsilon-chart").getParent().isVisible());
        under(CENTRAL);
        window.playThrough(1);
        window.settle();
        assertTrue(window.visible("#epsilon-chart"));
        String remark = window.text("#epsilon-chart-remark");
        assertTrue(remark.matches("ends after round [1-9]\\d*"), remark);
        String words = window.node("#epsilon-canvas").getAccessibleText();
        assertTrue(words.matches("Epsilon spent [\\d.]+ of 12.0; budget ends .*"), words);
    }

    @Test
    void whereRoundsDrawAFractionTheForecastIsAMean() {
        under(CENTRAL);
        under(Map.of("cohort.fraction", "0.5"), 3);
        window.playThrough(1);
        window.settle();
        String remark = window.text("#epsilon-chart-remark");
        assertTrue(remark.matches("ends about round [1-9]\\d*"), remark);
    }

    @Test
    void oddsAreOpenedFromTheChartAndFollowTheCursor() {
        under(CENTRAL);
        assertFalse(window.visible("#odds"));
        window.playThrough(2);
        window.click("#epsilon-chart-odds");
        window.until(() -> !window.text("#odds-best").isEmpty());
        String now = window.text("#odds-title");
        assertTrue(window.text("#odds-sentence").contains("whether one client was used"));
        assertEquals("the coordinator: it sees every update", window.text("#odds-trusted"));
        window.robot()
                .moveTo(
                        window.node("#epsilon-canvas"),
                        Pos.CENTER_LEFT,
                        new Point2D(45, 0),
                        Motion.DIRECT);
        window.until(() -> window.text("#odds-title").equals("Odds at ε 0.00"));
        window.robot().moveTo("#round-label");
        window.until(() -> window.text("#odds-title").equals(now));
        window.press(KeyCode.ESCAPE);
        window.until(() -> !window.visible("#odds"));
    }

    @Test
    void withoutNoiseThereAreNoOddsToOpen() {
        window.settle();
        window.press(KeyCode.O);
        window.settle();
        assertFalse(window.visible("#odds"));
    }

    @Test
    void aWarningIsShownAndStaysToBeRead() {
        window.settle();
        assertFalse(window.visible("#warnings"));
        under(Map.of("privacy.mechanism", "central", "privacy.delta", "0.2"));
        window.until(() -> window.visible("#warnings"));
        assertTrue(window.text("#warnings-sentences").contains("one of 8 clients"));
        window.click("#warnings-away");
        window.until(() -> !window.visible("#warnings"));
        window.click("#warnings-reminder");
        window.until(() -> window.visible("#warnings"));
    }

    @Test
    void updatesAreSpeckledWhereTheirNodesNoiseThem() {
        under(CENTRAL);
        toUpdates();
        window.until(() -> updates("plain"));
        assertFalse(updates("speckled"));
        under(Map.of("privacy.mechanism", "local"), 3);
        toUpdates();
        window.until(() -> updates("speckled"));
    }

    @Test
    void maskedUpdatesAreHatchedAndNothingIsSaidOfASingleOne() {
        under(Map.of("secureAggregation", "true"));
        toUpdates();
        window.until(() -> updates("hatched"));
        window.until(() -> window.text("#step-sentence").startsWith("8 masked updates"));
        window.click("#node-c03");
        window.until(() -> window.text("#inspector-sees").startsWith("Masked numbers"));
    }

    @Test
    void encryptedUpdatesAreSealed() {
        under(Map.of("encryption", "bfv"));
        toUpdates();
        window.until(() -> updates("sealed"));
    }

    /** Steps on until updates are sent. */
    private void toUpdates() {
        while (window.frame().step() != Step.PROTECT_AND_SEND) {
            Step before = window.frame().step();
            window.press(KeyCode.RIGHT);
            window.until(() -> window.frame().step() != before && window.frame().paused());
        }
    }

    /** Whether diamonds look like that, those too that have arrived. */
    private boolean updates(String fill) {
        return !window.node("#motion").lookupAll(".diamond." + fill).isEmpty();
    }

    @Test
    void inspectorSaysWhoIsTrustedWithWhat() {
        under(Map.of("privacy.mechanism", "local"));
        window.playThrough(1);
        window.click("#node-c03");
        window.until(() -> window.text("#inspector-sees").contains("cut and noised"));
        assertTrue(window.text("#inspector-sees").contains("Outside the promise: losses"));
    }

    private void under(Map<String, String> settings) {
        under(settings, 2);
    }

    private void under(Map<String, String> settings, int runs) {
        window.robot().interact(() -> window.session().restart(settings, "before"));
        window.untilStarted(runs);
        window.until(() -> window.frame().paused());
        window.settle();
    }

    private Arc left() {
        return (Arc) window.node("#node-c01 .budget-left");
    }

    private boolean column(String heading) {
        Node table = window.node("#topology-table");
        window.click("#topology-as-table");
        window.settle();
        boolean shown =
                ((TableView<?>) table)
                        .getColumns().stream()
                                .anyMatch(c -> c.getText().equals(heading) && c.isVisible());
        window.click("#topology-as-table");
        window.settle();
        return shown;
    }
}
