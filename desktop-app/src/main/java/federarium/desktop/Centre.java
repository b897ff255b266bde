package federarium.desktop;

import federarium.desktop.view.notice.Warnings;
import federarium.desktop.view.topology.TopologyView;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The federation in the middle of the window, and what lies above, beside, over and under it. */
final class Centre extends VBox {

    /** What lies where; of what lies over the picture the last is on top. */
    record Around(Region above, Region beside, Region under, Region... over) {}

    /** A button over the picture: its id, what it says, and what it opens. */
    record Way(String id, String name, Runnable open) {}

    Centre(TopologyView topology, Warnings warnings, List<Way> ways, Around around) {
        ToggleButton asTable = new ToggleButton("As a table");
        asTable.setId("topology-as-table");
        asTable.getStyleClass().addAll("small", "flat", "over-picture");
        asTable.setTooltip(new Tooltip("The same as a table"));
        asTable.selectedProperty().addListener((_, _, on) -> topology.asTable(on));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(warnings.reminder(), gap);
        for (Way way : ways) {
            head.getChildren().add(button(way));
        }
        head.getChildren().add(asTable);
        // The picture comes first, so that it and no button begins with the focus.
        BorderPane nodes = new BorderPane(topology);
        nodes.setTop(head);
        nodes.setMinSize(0, 0);
        HBox.setHgrow(nodes, Priority.ALWAYS);
        HBox row = new HBox(nodes, around.beside());
        row.setMinSize(0, 0);
        StackPane picture = new StackPane(row);
        picture.getChildren().addAll(around.over());
        picture.setMinSize(0, 0);
        VBox.setVgrow(picture, Priority.ALWAYS);
        getChildren().addAll(around.above(), warnings, picture, around.under());
        setMinSize(0, 0);
    }

    private static Button button(Way way) {
        Button button = new Button(way.name());
        button.setId(way.id());
        button.getStyleClass().addAll("small", "flat", "over-picture");
        button.setOnAction(_ -> way.open().run());
        return button;
    }
}
