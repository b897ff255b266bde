package federarium.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent.SettingChanged;
import java.util.List;
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
}
