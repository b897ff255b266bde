package federarium.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
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

    private long marked() {
        return window.robot().lookup(".refused-mark").queryAll().stream()
                .filter(javafx.scene.Node::isVisible)
                .count();
    }

    private void under(Map<String, String> settings) {
        int before = window.started();
        window.robot().interact(() -> window.session().restart(settings, "as it was"));
        window.untilStarted(before + 1);
    }
}
