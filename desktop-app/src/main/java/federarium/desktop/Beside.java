package federarium.desktop;

import federarium.desktop.control.SidePanel;
import java.util.List;
import javafx.scene.layout.HBox;

/** The panels beside the picture, of which one at a time is open. */
final class Beside extends HBox {
    private final List<SidePanel> panels;

    Beside(SidePanel... panels) {
        this.panels = List.of(panels);
        for (SidePanel panel : panels) {
            panel.onOpen(this::dismiss);
        }
        getChildren().addAll(panels);
        setMinHeight(0);
    }

    /** Closes the one that is open; whether one was. */
    boolean dismiss() {
        boolean was = false;
        for (SidePanel panel : panels) {
            was |= panel.dismiss();
        }
        return was;
    }
}
