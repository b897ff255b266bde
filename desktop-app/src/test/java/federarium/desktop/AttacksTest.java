package federarium.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Hostile nodes, as the window shows what the coordinator can see of them. */
@NullUnmarked
class AttacksTest {
    private static final Map<String, String> FLIPPED =
            Map.of(
                    "aggregation.rule", "multiKrum",
                    "attack.kind", "signFlip",
                    "attack.clients", "[c02]",
                    "attack.strength", "5");

    @RegisterExtension final RealWindow window = new RealWindow();

    @Test
    void nodeThatTheRuleRefusedIsMarkedAndTheInspectorSaysWhy() {
        under(FLIPPED);
        assertFalse(window.node("#node-c02").getAccessibleText().contains("refused"));
        window.playThrough(1);
        window.click("#node-c02");
        window.settle();
        String words = window.node("#node-c02").getAccessibleText();
        assertTrue(words.contains("refused: its Krum score is not among the 5 lowest"), words);
        String reason = window.text("#inspector-refused");
        assertTrue(reason.startsWith("✕ Refused: its Krum score is not among"), reason);
        assertEquals(3, marked());
    }

    @Test
    void evidencePanelLaysTheUpdatesSideBySideAndOpensTheNodeThatIsClicked() {
        under(FLIPPED);
        window.press(KeyCode.U);
        window.until(() -> window.visible("#evidence"));
        assertTrue(window.text("#evidence-nothing").startsWith("Nothing to see yet"));
        window.playThrough(1);
        window.until(() -> rows().size() == 8);
        String map = window.node("#evidence-canvas").getAccessibleText();
        assertTrue(map.matches("Map of 8 updates; .* show \\d+ % .*; 3 refused"), map);
        window.robot().clickOn(row("c02"));
        window.until(() -> window.text("#inspector-name").equals("c02"));
        String words = window.text("#evidence-detail");
        assertTrue(words.startsWith("c02: ✕ refused: its Krum score"), words);
        window.press(KeyCode.ESCAPE);
        window.until(() -> !window.visible("#evidence"));
    }

    @Test
    void menuOfANodeMakesItHostileAndHonestAgain() {
        window.settle();
        window.robot().rightClickOn("#node-c03");
        window.click("Attack");
        window.click("signFlip: sends the opposite of what it learned");
        window.playThrough(1);
        window.settle();
        window.until(() ->
                window.text("#accuracy-chart-remark")
                        .equals("⚑ 1  attack signFlip, hostile c03 from round 1"));
        assertTrue(window.frame().state().nodes().get("c03").delivery().evidence().cosine() < 0);
        window.robot().rightClickOn("#node-c03");
        window.click("Be honest again");
        window.playThrough(2);
        assertTrue(window.frame().state().nodes().get("c03").delivery().evidence().cosine() > 0);
        window.until(
                () -> window.text("#accuracy-chart-remark").equals("⚑ 2  no attack from round 2"));
    }

    private List<?> rows() {
        return ((TableView<?>) window.node("#evidence-table")).getItems();
    }

    private Node row(String name) {
        return window.robot().from(window.node("#evidence-table")).lookup(name).query();
    }

    private long marked() {
        return window.robot().lookup(".refused-mark").queryAll().stream()
                .filter(Node::isVisible)
                .count();
    }

    private void under(Map<String, String> settings) {
        int before = window.started();
        window.robot().interact(() -> window.session().restart(settings, "as it was"));
        window.untilStarted(before + 1);
    }
}
