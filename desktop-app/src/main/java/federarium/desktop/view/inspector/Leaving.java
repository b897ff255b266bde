package federarium.desktop.view.inspector;

import federarium.desktop.text.Figures;
import federarium.event.FederationEvent.RunStarted;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.projection.NodeState;
import federarium.update.ClientUpdate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The figures of the update that a node sent last, and its first values; or of its model. */
final class Leaving extends VBox {
    private static final int VALUES = 8;

    /** What it is that leaves. */
    private enum Kind {
        UPDATE,
        MODEL
    }

    private Kind kind = Kind.UPDATE;
    private final Label waiting = new Label("Nothing has left yet.");
    private final GridPane figures = new GridPane();
    private final Label caption = new Label("First values of the update");
    private final GridPane values = new GridPane();
    private final Map<String, Label> numbers = new HashMap<>();
    private final List<Label> cells = new ArrayList<>();

    Leaving() {
        setId("inspector-leaves");
        getStyleClass().add("inspector-part");
        figures.getStyleClass().add("figures");
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        ColumnConstraints right = new ColumnConstraints();
        right.setHalignment(HPos.RIGHT);
        figures.getColumnConstraints().setAll(grow, right);
        caption.getStyleClass().add("caption");
        values.getStyleClass().add("values");
        for (int i = 0; i < VALUES; i++) {
            Label cell = new Label();
            cell.getStyleClass().add("value");
            cell.setMaxWidth(Double.MAX_VALUE);
            GridPane.setHgrow(cell, Priority.ALWAYS);
            cells.add(cell);
            values.add(cell, i % 4, i / 4);
        }
        for (int i = 0; i < 4; i++) {
            ColumnConstraints quarter = new ColumnConstraints();
            quarter.setPercentWidth(25);
            values.getColumnConstraints().add(quarter);
        }
        getChildren().addAll(waiting, figures, caption, values);
    }

    void show(RunStarted run, NodeState node, @Nullable ClientUpdate update) {
        UpdateReceived received = node.update();
        kind(Kind.UPDATE, received != null);
        if (received == null) {
            values(null);
            return;
        }
        row("Update of round", Figures.count(received.round()));
        row("Parameters", Figures.count(run.parameters()));
        row("Bytes", Figures.bytes(received.bytes()));
        row("Norm", Figures.measure(received.norm()));
        row("Local steps", Figures.count(received.steps()));
        row("Training loss", Figures.measure(received.loss()));
        Double share = node.share();
        String refused = node.rejection();
        row(
                "Weight in the average",
                refused != null
                        ? "refused, " + refused
                        : share == null ? "–" : Figures.percent(share));
        values(update);
    }

    /** The same where no update leaves but the whole model, straight to neighbours. */
    void showModel(RunStarted run, NodeState node, String neighbours) {
        UpdateReceived trained = node.update();
        kind(Kind.MODEL, trained != null);
        values(null);
        if (trained == null) {
            return;
        }
        row("Model of round", Figures.count(trained.round()));
        row("Goes to", neighbours);
        row("Parameters", Figures.count(run.parameters()));
        row("Bytes, all copies", Figures.bytes(trained.bytes()));
        row("Norm of the change", Figures.measure(trained.norm()));
    }

    private void kind(Kind next, boolean any) {
        if (next != kind) {
            kind = next;
            figures.getChildren().clear();
            numbers.clear();
        }
        waiting.setManaged(!any);
        waiting.setVisible(!any);
        figures.setManaged(any);
        figures.setVisible(any);
    }

    private void values(@Nullable ClientUpdate update) {
        boolean known = update != null && update.delta().size() >= 1;
        for (Region part : List.of(caption, values)) {
            part.setManaged(known);
            part.setVisible(known);
        }
        for (int i = 0; i < VALUES; i++) {
            boolean has = update != null && i < update.delta().size();
            cells.get(i).setText(has && update != null ? brief(update.delta().get(i)) : "");
        }
    }

    private static String brief(float value) {
        return (value < 0 ? "−" : value > 0 ? "+" : "")
                + String.format(java.util.Locale.ROOT, "%.4f", Math.abs(value))
                        .replaceFirst("^0", "");
    }

    private void row(String name, String value) {
        Label number = numbers.get(name);
        if (number == null) {
            number = new Label();
            number.getStyleClass().add("number");
            numbers.put(name, number);
            Label title = new Label(name);
            title.setMinWidth(Region.USE_PREF_SIZE);
            figures.addRow(figures.getRowCount(), title, number);
        }
        number.setText(value);
    }
}
