package federarium.desktop.view.charts;

import federarium.desktop.theme.Icons;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A chart's title, its remark, and the choice between picture and table. */
final class ChartFrame extends VBox {
    private final Label title = new Label();
    private final Label remark = new Label();
    private final Tooltip methods = new Tooltip();
    private final ToggleButton asTable = new ToggleButton();
    private final ToggleGroup instead = new ToggleGroup();
    private final HBox head = new HBox();
    private final StackPane body = new StackPane();

    ChartFrame(String id, Node picture, Node table, Runnable onTable) {
        setId(id);
        getStyleClass().add("chart");
        title.getStyleClass().add("chart-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        methods.setWrapText(true);
        methods.setMaxWidth(420);
        title.setTooltip(methods);
        remark.getStyleClass().add("chart-remark");
        remark.setId(id + "-remark");
        remark.setMinWidth(0);
        asTable.setGraphic(Icons.TABLE.node());
        asTable.setId(id + "-as-table");
        asTable.getStyleClass().addAll("button-icon", "flat", "small");
        asTable.setTooltip(new Tooltip("As a table"));
        asTable.setAccessibleText("Show the chart as a table");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getChildren().addAll(title, remark, gap, asTable);
        head.getStyleClass().add("chart-head");
        body.getChildren().add(picture);
        picture.visibleProperty().bind(instead.selectedToggleProperty().isNull());
        body.setMinSize(0, 0);
        VBox.setVgrow(body, Priority.ALWAYS);
        offer(asTable, table);
        asTable.selectedProperty().addListener(_ -> onTable.run());
        getChildren().addAll(head, body);
        setMinSize(0, 0);
    }

    /** Offers something that is shown elsewhere. */
    Button beside(String id, String name, String what, Runnable open) {
        Button button = new Button(name);
        button.setId(id);
        button.getStyleClass().addAll("flat", "small");
        button.setTooltip(new Tooltip(what));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> open.run());
        head.getChildren().add(head.getChildren().size() - 1, button);
        return button;
    }

    /** Offers something else in the place of the picture. */
    void instead(String id, String name, String what, Node other) {
        ToggleButton button = new ToggleButton(name);
        button.setId(id);
        button.getStyleClass().addAll("flat", "small");
        button.setTooltip(new Tooltip(what));
        button.setMinWidth(Region.USE_PREF_SIZE);
        head.getChildren().add(head.getChildren().size() - 1, button);
        offer(button, other);
    }

    /** Only one thing is shown at a time; with no button pressed the picture. */
    private void offer(ToggleButton button, Node other) {
        button.setToggleGroup(instead);
        other.visibleProperty().bind(button.selectedProperty());
        body.getChildren().add(other);
    }

    void title(String text) {
        title.setText(text);
    }

    /** How each line was measured, for the tooltip of the title. */
    void methods(String text) {
        if (!text.equals(methods.getText())) {
            methods.setText(text);
            title.setAccessibleHelp(text);
        }
    }

    void remark(String text) {
        remark.setText(text);
    }

    boolean isTable() {
        return asTable.isSelected();
    }
}
