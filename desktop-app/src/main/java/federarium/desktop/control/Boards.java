package federarium.desktop.control;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Tables that say what a picture says. */
public final class Boards {
    private Boards() {}

    /** One column of a table: its heading, what it sorts by, and how that is written. */
    public record Column<R, C extends Comparable<C>>(
            String heading, Function<R, C> value, Function<C, String> writing) {}

    /** An empty table of those columns. */
    public static <R> TableView<R> table(String id, String empty, List<Column<R, ?>> columns) {
        TableView<R> table = new TableView<>();
        table.setId(id);
        table.getStyleClass().addAll("dense", "edge-to-edge");
        table.setPlaceholder(new Label(empty));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        columns.forEach(column -> table.getColumns().add(column(column)));
        return table;
    }

    private static <R, C extends Comparable<C>> TableColumn<R, Cell<C>> column(Column<R, C> plan) {
        TableColumn<R, Cell<C>> column = new TableColumn<>(plan.heading());
        column.setCellValueFactory(row -> {
            C value = plan.value().apply(row.getValue());
            return new ReadOnlyObjectWrapper<>(new Cell<>(value, plan.writing().apply(value)));
        });
        return column;
    }

    /** A value beside its writing, so that columns sort by the value. */
    private record Cell<C extends Comparable<C>>(C value, String text)
            implements Comparable<Cell<C>> {
        @Override
        public int compareTo(Cell<C> other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
