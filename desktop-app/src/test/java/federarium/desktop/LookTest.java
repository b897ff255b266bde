package federarium.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.desktop.text.Figures;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.robot.Motion;

/** What a person sees, and where it says the same in words. */
@NullUnmarked
class LookTest {
    @RegisterExtension final RealWindow window = new RealWindow();

    @Test
    void everyPictureHasATable() {
        window.click("#round-step");
        window.until(() -> window.frame().state().points().size() == 2 && window.frame().paused());
        for (String name : List.of("topology", "accuracy-chart", "traffic-chart")) {
            window.click("#" + name + "-as-table");
        }
        window.settle();
        assertEquals(
                8, window.robot().lookup("#topology-table").queryTableView().getItems().size());
        assertEquals(
                2, window.robot().lookup("#accuracy-table").queryTableView().getItems().size());
        assertEquals(2, window.robot().lookup("#traffic-table").queryTableView().getItems().size());
    }

    @Test
    void costIsSaidOfTheRoundOfTheRunAndOfPooling() {
        window.playThrough(1);
        window.click("#traffic-chart-as-cost");
        window.settle();
        assertTrue(window.visible("#cost"));
        assertFalse(window.visible("#traffic-canvas"));
        List<String> words =
                window.robot().lookup("#cost .cost-head").queryAll().stream()
                        .map(label -> ((Labeled) label).getText())
                        .toList();
        assertTrue(
                words.containsAll(List.of("energy", "round 1", "federated so far")),
                words.toString());
        assertTrue(window.node("#cost").getAccessibleHelp().contains("disagree"));
        window.click("#traffic-chart-as-table");
        window.settle();
        assertFalse(window.visible("#cost"));
    }

    @Test
    void whatIsUnderWayIsSaidNotToBeCountedWhereNobodyWaits() {
        window.settle();
        assertFalse(window.node("#cost").getAccessibleHelp().contains("under way"));
        window.robot().interact(() -> window.session().open("async"));
        window.untilStarted(2);
        window.until(() -> window.node("#cost").getAccessibleHelp().contains("under way"));
    }

    @Test
    void titleOfTheChartNamesHowEachLineWasMeasured() {
        window.until(() ->
                String.valueOf(window.node("#accuracy-chart .chart-title").getAccessibleHelp())
                        .contains("global: the global model, measured on rows held out"));
    }

    @Test
    void pointerReadsTheRoundInBothCharts() {
        window.playThrough(1);
        window.until(() -> window.text("#round-label").startsWith("Round 1"));
        Point2D roundZero = new Point2D(48, 0);
        window.robot()
                .moveTo(window.node("#accuracy-canvas"), Pos.CENTER_LEFT, roundZero, Motion.DIRECT);
        double first = window.frame().state().points().get(0).evaluation().accuracy();
        window.until(
                () -> reading("accuracy").startsWith("Round 0; global " + Figures.percent(first)));
        assertEquals("Round 0; up 0 B; down 0 B", reading("traffic"));
        window.robot().moveTo("#round-label");
        window.until(() -> reading("accuracy").equals("nothing"));
        assertEquals("nothing", reading("traffic"));
    }

    private String reading(String chart) {
        String words = window.node("#" + chart + "-canvas").getAccessibleHelp();
        return words == null ? "nothing" : words;
    }

    @Test
    void themeIsTurnedDarkAndLightAgain() {
        window.settle();
        assertTrue(brightness() > 0.8, "light: " + brightness());
        window.click("#theme");
        window.until(() -> brightness() < 0.3);
        window.click("#theme");
        window.until(() -> brightness() > 0.8);
    }

    /** Of the window, on average. */
    private double brightness() {
        PixelReader pixels = window.picture().getPixelReader();
        double sum = 0;
        int count = 0;
        for (int x = 5; x < RealWindow.WIDTH; x += 10) {
            for (int y = 5; y < RealWindow.HEIGHT; y += 10) {
                sum += pixels.getColor(x, y).getBrightness();
                count++;
            }
        }
        return sum / count;
    }

    @Test
    void reducedMotionCountsInThePlaceOfPackets() {
        window.press(KeyCode.RIGHT);
        window.until(() -> packets() > 0);
        window.playThrough(1);
        window.click("#reduce-motion");
        window.click("#step");
        window.until(() -> hubSays().equals("8 models sent"));
        assertEquals(0, packets());
        window.click("#step");
        window.until(() -> hubSays().equals("8 of 8 trained"));
    }

    private long packets() {
        return window.node("#motion").lookupAll(".packet").stream().filter(Node::isVisible).count();
    }

    private String hubSays() {
        return ((Text) window.node("#coordinator-word")).getText();
    }

    @Test
    void nothingReachesOutOfTheWindow() {
        window.settle();
        for (String id :
                List.of(
                        "#top-bar",
                        "#knobs",
                        "#inspector",
                        "#steps",
                        "#accuracy-chart",
                        "#help-button")) {
            Bounds bounds = window.node(id).localToScene(window.node(id).getBoundsInLocal());
            assertTrue(
                    bounds.getMinX() >= 0 && bounds.getMaxX() <= RealWindow.WIDTH + 0.5,
                    id + bounds);
            assertTrue(
                    bounds.getMinY() >= 0 && bounds.getMaxY() <= RealWindow.HEIGHT + 0.5,
                    id + bounds);
        }
        assertFalse(
                window.node("#knobs").lookup(".scroll-bar:vertical").isVisible(),
                "the knobs need scrolling");
    }
}
