package federarium.desktop.view.charts;

import federarium.desktop.control.Boards;
import federarium.desktop.control.Boards.Column;
import federarium.desktop.control.Drawing;
import federarium.desktop.feed.Frame;
import federarium.desktop.text.Figures;
import federarium.desktop.theme.Fonts;
import federarium.desktop.theme.Palette;
import federarium.event.FederationEvent.RunStarted;
import federarium.projection.RoundPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Payload moved since the start, down to the nodes and up from them, one upon the other. */
public final class TrafficChart extends StackPane {
    private static final double GUTTER = 92;

    private final Drawing drawing = new Drawing(this::paint);
    private final TableView<Total> table =
            Boards.table(
                    "traffic-table",
                    "Nothing has been sent yet.",
                    List.of(
                            new Column<>("Round", Total::round, n -> Figures.count(n)),
                            new Column<>("Down", Total::down, Figures::bytes),
                            new Column<>("Up", Total::up, Figures::bytes)));
    private final ChartFrame chart =
            new ChartFrame("traffic-chart", drawing, table, this::fillTable);
    private Palette palette = Palette.LIGHT;
    private List<Total> totals = List.of();
    private int lastRound = 1;
    private @Nullable Plot plot;
    private int cursor = -1;
    private IntConsumer onCursor = _ -> {};

    /** Bytes since the start. */
    private record Total(Integer round, Long down, Long up) {}

    public TrafficChart() {
        drawing.setId("traffic-canvas");
        drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        drawing.setOnMouseMoved(event -> point(event.getX()));
        drawing.setOnMouseExited(_ -> onCursor.accept(-1));
        chart.title("Moved so far");
        getChildren().add(chart);
        setMinSize(0, 0);
    }

    public void palette(Palette palette) {
        this.palette = palette;
        drawing.redraw();
    }

    public void onCursor(IntConsumer listener) {
        onCursor = listener;
    }

    public void cursor(int round) {
        cursor = round;
        drawing.redraw();
    }

    public void show(Frame frame) {
        RunStarted run = frame.state().run();
        List<Total> sums = new ArrayList<>();
        long down = 0;
        long up = 0;
        for (RoundPoint point : frame.state().points()) {
            down += point.bytesDown();
            up += point.bytesUp();
            sums.add(new Total(point.round(), down, up));
        }
        totals = sums;
        lastRound = Math.max(run == null ? 1 : run.rounds(), sums.size() - 1);
        drawing.setAccessibleText(
                "Moved so far: " + Figures.bytes(down) + " down, " + Figures.bytes(up) + " up");
        fillTable();
        drawing.redraw();
    }

    private void fillTable() {
        if (chart.isTable()) {
            table.getItems().setAll(totals);
            table.sort();
        }
    }

    private void paint(GraphicsContext g, double width, double height) {
        Total last = totals.isEmpty() ? new Total(0, 0L, 0L) : totals.getLast();
        double most = Math.max(1, last.down() + last.up());
        double step = Plot.nice(most / Math.max(2, (height - 38) / 34));
        double high = Math.ceil(most / step) * step;
        Plot field =
                new Plot(
                        58,
                        14,
                        Math.max(20, width - 58 - GUTTER),
                        height - 14 - 24,
                        lastRound,
                        0,
                        high);
        plot = field;
        Pen pen = new Pen(g, palette, field);
        List<Double> ticks = new ArrayList<>();
        for (long i = 0; i * step <= high * (1 + 1e-9); i++) {
            ticks.add(i * step);
        }
        pen.valueAxis(
                last.down() + last.up() == 0 ? List.of(0.0) : ticks, b -> Figures.bytes((long) b));
        pen.roundAxis();
        if (totals.size() > 1) {
            band(g, field, palette.accent(), true);
            band(g, field, palette.pooled(), false);
            names(g, field, last);
        }
        if (cursor >= 0 && cursor < totals.size()) {
            pen.cursor(cursor);
            Total at = totals.get(cursor);
            Readout.draw(
                    g,
                    palette,
                    field,
                    cursor,
                    "Round " + cursor,
                    List.of(
                            new Readout.Row(palette.pooled(), "up", Figures.bytes(at.up())),
                            new Readout.Row(palette.accent(), "down", Figures.bytes(at.down()))));
        }
    }

    private void band(GraphicsContext g, Plot field, Color colour, boolean down) {
        int n = totals.size();
        double[] xs = new double[2 * n];
        double[] ys = new double[2 * n];
        for (int i = 0; i < n; i++) {
            Total total = totals.get(i);
            double x = field.x(total.round());
            xs[i] = x;
            ys[i] = field.y(down ? total.down() : total.down() + total.up());
            xs[2 * n - 1 - i] = x;
            ys[2 * n - 1 - i] = field.y(down ? 0 : total.down());
        }
        g.setFill(colour.deriveColor(0, 1, 1, 0.18));
        g.fillPolygon(xs, ys, 2 * n);
        g.setStroke(colour);
        g.setLineWidth(2);
        g.setLineDashes(down ? new double[0] : new double[] {7, 4});
        g.strokePolyline(xs, ys, n);
        g.setLineDashes();
    }

    private void names(GraphicsContext g, Plot field, Total last) {
        double x = field.x(last.round()) + 8;
        double[] wishes = {
            field.y(last.down() + last.up() / 2.0), field.y(last.down() / 2.0),
        };
        double[] places = Plot.apart(wishes, 15, field.top() + 2, field.bottom() - 4);
        g.setFont(Fonts.regular(12));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(palette.pooled());
        g.fillText("up " + Figures.bytes(last.up()), x, places[0], GUTTER - 10);
        g.setFill(palette.accent());
        g.fillText("down " + Figures.bytes(last.down()), x, places[1], GUTTER - 10);
    }

    private void point(double x) {
        Plot field = plot;
        if (field != null) {
            onCursor.accept(field.across(x) ? field.round(x) : -1);
        }
    }
}
