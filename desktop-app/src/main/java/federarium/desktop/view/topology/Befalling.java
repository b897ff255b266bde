package federarium.desktop.view.topology;

import federarium.desktop.feed.Frame;
import federarium.scenario.Hindrances;
import federarium.scenario.Scenario;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** What befalls single nodes, and the menu at a node that changes it. */
final class Befalling {
    private Hindrances hindrances = Hindrances.NONE;
    private AttackMenu.Standing hostility = AttackMenu.Standing.PEACE;
    private Consumer<Map<String, String>> onChange = _ -> {};
    private @Nullable ContextMenu menu;

    void show(Scenario scenario) {
        hindrances = scenario.hindrances();
        hostility =
                new AttackMenu.Standing(scenario.attack(), scenario.value("attack.kind"), false);
    }

    Hindrances hindrances() {
        return hindrances;
    }

    void onChange(Consumer<Map<String, String>> listener) {
        onChange = listener;
    }

    /** Whether that is the key for a menu. */
    static boolean asksForMenu(KeyEvent event) {
        return event.getCode() == KeyCode.CONTEXT_MENU
                || event.getCode() == KeyCode.F10 && event.isShiftDown();
    }

    /** Opens the menu of the node in that seat at a point of the screen. */
    void open(Node owner, Frame frame, int seat, double x, double y) {
        if (menu != null) {
            menu.hide();
        }
        menu =
                new NodeMenu(
                                frame.state().nodes(),
                                seat,
                                hindrances,
                                hostility.sealed(frame.sealed()),
                                onChange)
                        .open(frame.running() ? null : ": the run is over");
        menu.show(owner, x, y);
    }
}
