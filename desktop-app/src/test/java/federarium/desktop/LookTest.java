package federarium.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.Bounds;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
    void titleOfTheChartNamesHowEachLineWasMeasured() {
        window.until(() ->
                String.valueOf(window.node("#accuracy-chart .chart-title").getAccessibleHelp())
                        .contains("global: the global model, measured on rows held out"));
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
