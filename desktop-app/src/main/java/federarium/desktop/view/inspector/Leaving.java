package federarium.desktop.view.inspector;

import federarium.desktop.feed.Noising;
import federarium.desktop.feed.Suspicion;
import federarium.desktop.text.Figures;
import federarium.event.EvidenceEvent.Evidence;
import federarium.event.FederationEvent.RunStarted;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.projection.NodeState;
import federarium.update.ClientUpdate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private final Label waiting = new Label("Nothing has left yet.");
    private final GridPane figures = new GridPane();
    private final Label cut = new Label();
    private final Label suspicion = new Label();
    private final Label caption = new Label("First values of the update");
    private final GridPane values = new GridPane();
    private final Map<String, Label> numbers = new LinkedHashMap<>();
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
        cut.setId("inspector-cut");
        cut.getStyleClass().add("caption");
        suspicion.setId("inspector-refused");
        suspicion.getStyleClass().add("refused");
        for (Label label : List.of(cut, suspicion)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        getChildren().addAll(waiting, figures, suspicion, cut, caption, values);
    }

    void show(RunStarted run, NodeState node, Noising noising, @Nullable ClientUpdate update) {
        UpdateReceived received = node.update();
        if (received == null) {
            nothing();
            return;
        }
        Cut made = Cut.of(noising, received, run.parameters());
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Update of round", Figures.count(received.round()));
        rows.put("Parameters", Figures.count(run.parameters()));
        rows.put("Bytes", Figures.bytes(received.bytes()));
        rows.putAll(made.figures());
        rows.put("Local steps", Figures.count(received.steps()));
        rows.put("Training loss", Figures.measure(received.loss()));
        Double share = node.share();
        rows.put("Weight in the average", share == null ? "–" : Figures.percent(share));
        Evidence evidence = node.delivery().evidence();
        if (evidence != null) {
            rows.put("Cosine to the mean", Figures.measure(evidence.cosine()));
        }
        rows(rows, made.words());
        refusal(node);
        values(update);
    }

    private void refusal(NodeState node) {
        String words = Suspicion.words(node.delivery());
        String reason = node.rejection();
        suspicion.setText(
                words.isEmpty()
                        ? reason == null ? "" : "Not used: " + reason + "."
                        : "✕ " + Figures.capital(words) + ".");
        shown(suspicion, !suspicion.getText().isEmpty());
    }

    /** The same where no update leaves but the whole model, straight to neighbours. */
    void showModel(RunStarted run, NodeState node, String neighbours) {
        UpdateReceived trained = node.update();
        if (trained == null) {
            nothing();
            return;
        }
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Model of round", Figures.count(trained.round()));
        rows.put("Goes to", neighbours);
        rows.put("Parameters", Figures.count(run.parameters()));
        rows.put("Bytes, all copies", Figures.bytes(trained.bytes()));
        rows.put("Norm of the change", Figures.measure(trained.norm()));
        rows(rows, "");
        values(null);
    }

    /** The same where nothing is seen of what leaves. */
    void showConcealed(RunStarted run, NodeState node) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Parameters", Figures.count(run.parameters()));
        rows.put("Bytes, all rounds", Figures.bytes(node.traffic().bytesUp()));
        rows.put("Norm, loss, values", "the node’s alone");
        rows(rows, "");
        values(null);
    }

    private void nothing() {
        rows(Map.of(), "");
        values(null);
    }

    /** Figures by name, in order, and what is to be said of them. */
    private void rows(Map<String, String> rows, String words) {
        if (!List.copyOf(rows.keySet()).equals(List.copyOf(numbers.keySet()))) {
            figures.getChildren().clear();
            numbers.clear();
            rows.keySet().forEach(this::row);
        }
        rows.forEach((name, value) -> Objects.requireNonNull(numbers.get(name)).setText(value));
        cut.setText(words);
        shown(cut, !words.isEmpty());
        shown(suspicion, false);
        shown(waiting, rows.isEmpty());
        shown(figures, !rows.isEmpty());
    }

    private void row(String name) {
        Label number = new Label();
        number.getStyleClass().add("number");
        numbers.put(name, number);
        Label title = new Label(name);
        title.setMinWidth(Region.USE_PREF_SIZE);
        figures.addRow(numbers.size() - 1, title, number);
    }

    private static void shown(Region part, boolean shown) {
        part.setManaged(shown);
        part.setVisible(shown);
    }

    private void values(@Nullable ClientUpdate update) {
        boolean known = update != null && update.delta().size() >= 1;
        shown(caption, known);
        shown(values, known);
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
}
