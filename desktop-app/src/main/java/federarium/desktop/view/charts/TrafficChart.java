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
import federarium.projection.RunCost;
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

/** Payload moved since the start: a line for what went down to the nodes, one for what came up. */
public final class TrafficChart extends StackPane {
    private static final double GUTTER = 104;
    private static final String METHODS =
            """
            down: the global model, to every node of each round's cohort
            up: the updates that came back from them
            Counted in bytes of parameters, since the start; envelopes are not counted.

            Simulated, from what the nodes' devices are said to be: %s s, %s J, %s g of CO2.
            Raw rows uploaded once, and one server: %s s, %s J, %s g of CO2.
            The network's own energy is not counted; published results disagree on which is less.\
            """;

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
        chart.title("Sent so far");
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
        drawing.setAccessibleHelp(
                round < 0 || round >= totals.size()
                        ? null
                        : Readout.spoken("Round " + round, rows(totals.get(round))));
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
        tell(RunCost.of(frame.state().points()));
        drawing.setAccessibleText(
                "Sent so far: " + Figures.bytes(down) + " down, " + Figures.bytes(up) + " up");
        fillTable();
        drawing.redraw();
    }

    private void tell(RunCost cost) {
        boolean counted = cost.seconds() > 0 || cost.joules() > 0;
        chart.remark(
                counted
                        ? "%s s, %s J on simulated devices"
                                .formatted(
                                        Figures.measure(cost.seconds()),
                                        Figures.measure(cost.joules()))
                        : "");
        chart.methods(
                METHODS.formatted(
                        Figures.measure(cost.seconds()),
                        Figures.measure(cost.joules()),
                        Figures.measure(cost.grams()),
                        Figures.measure(cost.pooling().seconds()),
                        Figures.measure(cost.pooling().joules()),
                        Figures.measure(cost.pooling().grams())));
    }

    private void fillTable() {
        if (chart.isTable()) {
            table.getItems().setAll(totals);
            table.sort();
        }
    }

    private void paint(GraphicsContext g, double width, double height) {
        Total last = totals.isEmpty() ? new Total(0, 0L, 0L) : totals.getLast();
        double most = Math.max(1, Math.max(last.down(), last.up()));
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
            line(g, field, Way.DOWN);
            line(g, field, Way.UP);
            names(g, field, last);
        }
        if (cursor >= 0 && cursor < totals.size()) {
            pen.cursor(cursor);
            Total at = totals.get(cursor);
            Readout.draw(g, palette, field, cursor, "Round " + cursor, rows(at));
        }
    }

    private List<Readout.Row> rows(Total at) {
        return List.of(
                new Readout.Row(colour(Way.UP), "up", Figures.bytes(at.up())),
                new Readout.Row(colour(Way.DOWN), "down", Figures.bytes(at.down())));
    }

    /** A direction; its line has its own hue, dash and marker, an arrowhead that points there. */
    private enum Way {
        DOWN,
        UP
    }

    private Color colour(Way way) {
        return way == Way.DOWN ? palette.accent() : palette.pooled();
    }

    private static long bytes(Total total, Way way) {
        return way == Way.DOWN ? total.down() : total.up();
    }

    private void line(GraphicsContext g, Plot field, Way way) {
        double[] xs = totals.stream().mapToDouble(total -> field.x(total.round())).toArray();
        double[] ys = totals.stream().mapToDouble(total -> field.y(bytes(total, way))).toArray();
        int end = totals.size() - 1;
        g.setStroke(colour(way));
        g.setLineWidth(way == Way.DOWN ? 2.5 : 2);
        g.setLineDashes(way == Way.DOWN ? new double[0] : new double[] {6, 5});
        g.strokePolyline(xs, ys, totals.size());
        g.setLineDashes();
        double tip = way == Way.DOWN ? 5 : -5;
        double x = xs[end] + (way == Way.DOWN ? -4 : 4);
        g.setFill(colour(way));
        g.fillPolygon(
                new double[] {x - 4, x + 4, x},
                new double[] {ys[end] - tip / 2, ys[end] - tip / 2, ys[end] + tip},
                3);
    }

    private void names(GraphicsContext g, Plot field, Total last) {
        double x = field.x(last.round()) + 12;
        double[] wishes = {field.y(last.up()) - 1, field.y(last.down()) + 1};
        double[] places = Plot.apart(wishes, 15, field.top() + 2, field.bottom() - 4);
        g.setFont(Fonts.regular(12));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(colour(Way.UP));
        g.fillText("up " + Figures.bytes(last.up()), x, places[0], GUTTER - 14);
        g.setFill(colour(Way.DOWN));
        g.fillText("down " + Figures.bytes(last.down()), x, places[1], GUTTER - 14);
    }

    private void point(double x) {
        Plot field = plot;
        if (field != null) {
            onCursor.accept(field.across(x) ? field.round(x) : -1);
        }
    }
}
