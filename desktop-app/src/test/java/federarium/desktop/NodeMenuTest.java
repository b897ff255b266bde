package federarium.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent.SettingChanged;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person does to a single node while the real engine runs. */
@NullUnmarked
class NodeMenuTest {
    @RegisterExtension final RealWindow window = new RealWindow();

    @Test
    void droppedNodeIsAbsentFromTheNextRoundOnUntilItRejoins() {
        window.playThrough(1);
        window.robot().rightClickOn("#node-c03");
        window.click("Drop this node");
        window.until(() -> window.node("#node-c03").getAccessibleText().endsWith("dropped"));
        window.playThrough(2);
        assertEquals(
                List.of("c01", "c02", "c04", "c05", "c06", "c07", "c08"),
                window.frame().state().round().cohort());
        assertEquals(new SettingChanged(2, "nodes.dropped", "[c03]"), window.change());
        window.until(() -> window.text("#accuracy-chart-remark").contains("c03"));
        window.robot().rightClickOn("#node-c03");
        window.click("Let it rejoin");
        window.playThrough(3);
        assertTrue(window.frame().state().round().cohort().contains("c03"));
    }

    @Test
    void keysOpenTheMenuOfTheNodeThatTheyPickedAndSlowIt() {
        window.click("#round-label");
        window.tabTo("#topology");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.SHIFT, KeyCode.F10);
        window.click("Slow it down");
        window.click("by 5 s a round");
        window.playThrough(1);
        assertEquals(new SettingChanged(1, "nodes.delay", "[c02=5]"), window.change());
    }

    @Test
    void rowOfTheTableHasTheSameMenu() {
        window.click("#topology-as-table");
        window.settle();
        window.robot().clickOn(row("c04"));
        window.settle();
        assertEquals("c04", window.text("#inspector-name"));
        window.robot().rightClickOn(row("c04"));
        window.click("Drop this node");
        window.playThrough(1);
        assertEquals(new SettingChanged(1, "nodes.dropped", "[c04]"), window.change());
        window.press(KeyCode.CONTEXT_MENU);
        window.click("Let it rejoin");
        window.playThrough(2);
        assertTrue(window.frame().state().round().cohort().contains("c04"));
    }

    private Node row(String name) {
        return window.robot().from(window.node("#topology-table")).lookup(name).query();
    }
}
