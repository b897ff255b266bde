package federarium.desktop.view.help;

import federarium.desktop.theme.Palette;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Every key and what it does, and what is in the picture. */
public final class HelpOverlay extends StackPane {

    /** A key as it is printed on keyboards, and what it does. */
    public record Key(String name, String meaning) {}

    private final Legend legend = new Legend();

    public HelpOverlay(List<Key> keys) {
        setId("help");
        getStyleClass().add("notice-veil");
        Label title = new Label("Keys");
        title.getStyleClass().add("notice-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button("Close");
        close.setId("help-close");
        close.setOnAction(_ -> setVisible(false));
        GridPane grid = new GridPane();
        grid.getStyleClass().add("help-grid");
        for (Key key : keys) {
            Label cap = new Label(key.name());
            cap.getStyleClass().add("key-cap");
            cap.setMinWidth(Region.USE_PREF_SIZE);
            Label meaning = new Label(key.meaning());
            grid.addRow(grid.getRowCount(), cap, meaning);
        }
        Label packets = new Label("In the picture");
        packets.getStyleClass().add("notice-title");
        VBox panel = new VBox(new HBox(title, gap, close), grid, packets, legend);
        panel.getStyleClass().add("notice");
        panel.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(panel);
        setOnMouseClicked(_ -> setVisible(false));
        setVisible(false);
    }

    public void palette(Palette palette) {
        legend.palette(palette);
    }
}
