package federarium.desktop.view.charts;

import federarium.desktop.control.Drawing;
import federarium.desktop.text.Turn;
import federarium.desktop.theme.Palette;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Something by round: a picture that is read under the pointer, and a table that says the same. */
abstract class Chart<R> extends StackPane {
    static final double TOP = 14;

    private static final double BOTTOM = 24;

    final Drawing drawing = new Drawing(this::paint);
    final TableView<R> table;
    final ChartFrame frame;
    Palette palette = Palette.LIGHT;
    Turn turn = Turn.ROUND;
    private @Nullable Plot plot;
    private int cursor = -1;
    private IntConsumer onCursor = _ -> {};

    /**
     * @param id by which its parts are named, as in {@code accuracy-canvas}
     * @param table whose first column is the round
     */
    Chart(String id, TableView<R> table) {
        this.table = table;
        frame = new ChartFrame(id + "-chart", drawing, table, this::fillTable);
        drawing.setId(id + "-canvas");
        drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        drawing.setOnMouseMoved(event -> point(event.getX()));
        drawing.setOnMouseExited(_ -> onCursor.accept(-1));
        getChildren().add(frame);
        setMinSize(0, 0);
    }

    public final void palette(Palette palette) {
        this.palette = palette;
        drawing.redraw();
    }

    /** What a round is called. */
    public final void turn(Turn turn) {
        this.turn = turn;
        table.getColumns().getFirst().setText(turn.title());
        drawing.redraw();
    }

    /** Told of the round under the pointer, −1 for none. */
    public final void onCursor(IntConsumer listener) {
        onCursor = listener;
    }

    /** Reads values at that round, −1 for none. */
    public final void cursor(int round) {
        cursor = round;
        List<Readout.Row> rows = round < 0 ? List.of() : rows(round);
        drawing.setAccessibleHelp(rows.isEmpty() ? null : Readout.spoken(heading(round), rows));
        drawing.redraw();
    }

    /** The field where lines are drawn, in a picture of that size. */
    final Plot field(
            double width, double height, double left, double gutter, int last, Extent extent) {
        return new Plot(
                left,
                TOP,
                Math.max(20, width - left - gutter),
                height - TOP - BOTTOM,
                last,
                extent.low(),
                extent.high());
    }

    private void paint(GraphicsContext g, double width, double height) {
        Plot field = field(width, height);
        plot = field;
        Pen pen = new Pen(g, palette, field);
        draw(g, pen, field);
        List<Readout.Row> rows = cursor < 0 ? List.of() : rows(cursor);
        if (!rows.isEmpty()) {
            pen.cursor(cursor);
            mark(pen, field, cursor);
            Readout.draw(g, palette, field, cursor, heading(cursor), rows);
        }
    }

    private void point(double x) {
        Plot field = plot;
        if (field != null) {
            onCursor.accept(field.across(x) ? field.round(x) : -1);
        }
    }

    private void fillTable() {
        if (frame.isTable()) {
            table.getItems().setAll(table());
            table.sort();
        }
    }

    /** Draws what has changed, and fills the table if that is shown. */
    final void redraw() {
        fillTable();
        drawing.redraw();
    }

    abstract Plot field(double width, double height);

    /** Everything but what is read under the pointer. */
    abstract void draw(GraphicsContext g, Pen pen, Plot field);

    /** The rows of the table. */
    abstract List<R> table();

    /** What is known at that round, the line in front first; empty for nothing. */
    abstract List<Readout.Row> rows(int round);

    String heading(int round) {
        return turn.title() + " " + round;
    }

    /** Marks the values that are read. */
    void mark(Pen pen, Plot field, int round) {}
}
