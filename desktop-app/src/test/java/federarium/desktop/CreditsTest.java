package federarium.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Credits in the window, on real runs. */
@NullUnmarked
class CreditsTest {
    @RegisterExtension final RealWindow window = new RealWindow();

    @Test
    void leaderboardSaysWhereCreditsWouldComeFrom() {
        window.press(KeyCode.L);
        window.until(() -> window.visible("#leaders"));
        assertTrue(window.text("#leaders-nothing").startsWith("No rule has valued an update yet"));
        window.press(KeyCode.ESCAPE);
        window.until(() -> !window.visible("#leaders"));
    }

    @Test
    void leaderboardRanksByTheRuleThatPaysAndByAnyOther() {
        paid(Map.of("incentive.rule", "size"));
        window.press(KeyCode.L);
        window.until(() -> table().getItems().size() == 8);
        assertEquals(1, rules().getItems().size());
        assertTrue(window.text("#leaders-meaning").startsWith("How many rows a node trains on"));
        window.click("#leaders-compare");
        window.playThrough(2);
        window.until(() -> rules().getItems().size() > 5);
        window.robot().interact(() -> rules().getSelectionModel().selectLast());
        window.until(() -> window.text("#leaders-shifts").contains("By size"));
    }

    @Test
    void coinsAndTheChartTellWhatWasPaid() {
        paid(Map.of("incentive.rule", "equal", "incentive.pot", "80"));
        window.settle();
        String words = window.node("#node-c02").getAccessibleText();
        assertTrue(words.contains("10.0 credits"), words);
        assertTrue(
                window.text("#step-sentence").contains("credits"), window.text("#step-sentence"));
    }

    private void paid(Map<String, String> incentive) {
        window.robot()
                .interact(() -> window.session().restart(new LinkedHashMap<>(incentive), "before"));
        window.untilStarted(2);
        window.playThrough(1);
    }

    private TableView<?> table() {
        return (TableView<?>) window.node("#leaders-table");
    }

    private ComboBox<?> rules() {
        return (ComboBox<?>) window.node("#leaders-rule");
    }
}
