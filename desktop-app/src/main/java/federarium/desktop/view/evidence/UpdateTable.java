package federarium.desktop.view.evidence;

import federarium.desktop.control.Boards;
import federarium.desktop.control.Boards.Column;
import federarium.desktop.text.Figures;
import federarium.desktop.view.evidence.Compared.Line;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** A round's updates as a table, a line each, sorted by whatever sets them apart. */
final class UpdateTable {
    private static final double ROW = 24;
    private static final int MOST = 9;

    private final TableView<Line> table =
            Boards.table(
                    "evidence-table",
                    "",
                    List.of(
                            new Column<>("Node", Line::name, Function.identity()),
                            new Column<>("Norm", Line::norm, UpdateTable::measure),
                            new Column<>("Cosine", Line::cosine, UpdateTable::measure),
                            new Column<>("Krum", Line::krum, UpdateTable::measure),
                            new Column<>("Weight", Line::weight, Figures::percent),
                            new Column<>("Refused", Line::refusal, UpdateTable::mark)));

    private Consumer<@Nullable String> onHover = _ -> {};

    UpdateTable(Consumer<String> onChoose) {
        double[] widths = {54, 52, 62, 52, 66, 100};
        for (int i = 0; i < widths.length; i++) {
            table.getColumns().get(i).setPrefWidth(widths[i]);
        }
        table.setFixedCellSize(ROW);
        table.setRowFactory(_ -> row());
        table.setOnMouseClicked(_ -> choose(onChoose));
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose(onChoose);
                event.consume();
            }
        });
    }

    TableView<?> node() {
        return table;
    }

    void onHover(Consumer<@Nullable String> listener) {
        onHover = listener;
    }

    private TableRow<Line> row() {
        TableRow<Line> row = new TableRow<>();
        Tooltip reason = new Tooltip();
        row.itemProperty()
                .addListener((_, _, line) -> {
                    boolean refused = line != null && line.isRefused();
                    reason.setText(refused ? Figures.capital(line.refusal()) : "");
                    row.setTooltip(refused ? reason : null);
                });
        row.hoverProperty()
                .addListener((_, _, on) -> {
                    Line line = row.getItem();
                    onHover.accept(on && line != null ? line.node() : null);
                });
        return row;
    }

    private void choose(Consumer<String> onChoose) {
        Line line = table.getSelectionModel().getSelectedItem();
        if (line != null) {
            onChoose.accept(line.node());
        }
    }

    void show(Compared compared, @Nullable String chosen) {
        List<Line> lines = compared.lines();
        double high = 32 + ROW * Math.min(MOST, lines.size()) + 2;
        table.setMinHeight(high);
        table.setPrefHeight(high);
        table.getItems().setAll(lines);
        table.sort();
        chosen(chosen);
    }

    void chosen(@Nullable String node) {
        table.getSelectionModel().clearSelection();
        for (Line line : table.getItems()) {
            if (line.node().equals(node)) {
                table.getSelectionModel().select(line);
                table.getFocusModel().focus(table.getItems().indexOf(line));
                return;
            }
        }
    }

    private static String measure(double value) {
        return Double.isNaN(value) ? "–" : Figures.measure(value);
    }

    private static String mark(String refusal) {
        return refusal.isEmpty() ? "" : "✕ " + refusal.replaceFirst("^refused: ", "");
    }
}
