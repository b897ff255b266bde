package federarium.desktop;

import federarium.desktop.view.help.HelpOverlay.Key;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of the window; a control that has the focus and knows a key itself comes first. */
final class Keys {
    /** Every key that does something, in the words of the help. */
    static final List<Key> ALL =
            List.of(
                    new Key("space", "play or pause"),
                    new Key("→", "one step"),
                    new Key("shift →", "to the end of the round"),
                    new Key("home", "start over"),
                    new Key("I", "inspector"),
                    new Key("↑ ↓ return", "pick a node, once the picture has the focus"),
                    new Key("U", "this round’s updates, and who is suspected"),
                    new Key("L", "leaderboard: who earns what, by which rule"),
                    new Key("A", "attack lab: what updates tell, what liars do"),
                    new Key("O", "what ε means, in odds"),
                    new Key("?", "these keys"),
                    new Key("esc", "close what is open"));

    private Keys() {}

    /** What the keys do. */
    interface Actions {
        void playOrPause();

        void step();

        void round();

        void reset();

        void inspector();

        void odds();

        void evidence();

        void leaders();

        void lab();

        void help();

        void escape();
    }

    /**
     * Whether the arrow steps before the control that has the focus sees it. A group of buttons
     * would move its choice with it; only what has a use of its own for the arrow comes first.
     */
    static boolean arrowComesFirst(KeyEvent event) {
        if (event.getCode() != KeyCode.RIGHT || !(event.getTarget() instanceof Node focused)) {
            return false;
        }
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node instanceof TextInputControl
                    || node instanceof Slider
                    || node instanceof ComboBoxBase
                    || node instanceof TableView) {
                return false;
            }
        }
        return true;
    }

    static void handle(KeyEvent event, Actions actions) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        Runnable action = action(event, actions);
        if (action != null) {
            action.run();
            event.consume();
        }
    }

    private static @org.jspecify.annotations.Nullable Runnable action(
            KeyEvent event, Actions actions) {
        if (event.getCode() == KeyCode.HELP
                || event.getText().equals("?")
                || event.getCode() == KeyCode.SLASH && event.isShiftDown()) {
            return actions::help;
        }
        return switch (event.getCode()) {
            case SPACE -> actions::playOrPause;
            case RIGHT -> event.isShiftDown() ? actions::round : actions::step;
            case HOME -> actions::reset;
            case I -> actions::inspector;
            case O -> actions::odds;
            case A -> actions::lab;
            case U -> actions::evidence;
            case L -> actions::leaders;
            case ESCAPE -> actions::escape;
            default -> null;
        };
    }
}
