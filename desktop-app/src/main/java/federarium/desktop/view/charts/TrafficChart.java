package federarium.desktop.view.charts;

import federarium.desktop.control.Boards;
import federarium.desktop.control.Boards.Column;
import federarium.desktop.feed.Frame;
import federarium.desktop.text.Figures;
import federarium.desktop.text.Turn;
import federarium.desktop.theme.Fonts;
import federarium.event.FederationEvent.RunStarted;
import federarium.projection.FederationState;
import federarium.projection.RoundPoint;
import federarium.projection.RunCost;
import federarium.projection.Web;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Payload moved since the start: a line for what went down to the nodes, one for what came up. */
public final class TrafficChart extends Chart<TrafficChart.Total> {
    private static final double GUTTER = 104;
    private static final String COUNTED =
            "Counted in bytes of parameters, since the start; envelopes are not counted.";

    private final CostBoard cost = new CostBoard();
    private List<Total> totals = List.of();
    private int lastRound = 1;

    /** Bytes since the start. */
    record Total(Integer round, Long down, Long up) {}

    public TrafficChart() {
        super(
                "traffic",
                Boards.table(
                        "traffic-table",
                        "Nothing has been sent yet.",
                        List.of(
                                new Column<>("Round", Total::round, n -> Figures.count(n)),
                                new Column<>("Down", Total::down, Figures::bytes),
                                new Column<>("Up", Total::up, Figures::bytes))));
        frame.title("Sent so far");
        frame.instead("traffic-chart-as-cost", "Cost", "Seconds, joules and grams of CO₂", cost);
    }

    public void show(Frame shown) {
        RunStarted run = shown.state().run();
        List<Total> sums = new ArrayList<>();
        long down = 0;
        long up = 0;
        for (RoundPoint point : shown.state().points()) {
            down += point.bytesDown();
            up += point.bytesUp();
            sums.add(new Total(point.round(), down, up));
        }
        totals = sums;
        lastRound = Math.max(run == null ? 1 : run.rounds(), sums.size() - 1);
        tell(shown.state());
        drawing.setAccessibleText(
                "Sent so far: " + Figures.bytes(down) + " down, " + Figures.bytes(up) + " up");
        redraw();
    }

    private void tell(FederationState state) {
        RunCost so = RunCost.of(state.points());
        frame.remark(
                so.seconds() > 0 || so.joules() > 0
                        ? "%s s, %s J simulated"
                                .formatted(
                                        Figures.measure(so.seconds()), Figures.measure(so.joules()))
                        : "");
        String methods = CostBoard.METHODS + uncounted(state.web());
        frame.methods(methods(state.web()) + "\n" + COUNTED + "\n\n" + methods);
        cost.show(state.points(), turn, methods);
    }

    private static String methods(Web web) {
        if (web.peers() != null) {
            return "up and down: models that nodes sent to their neighbours, and got from them";
        }
        return web.edges().isEmpty()
                ? "down: the global model, to every node that was to train it\n"
                        + "up: the updates that came back from them"
                : "down: the model, from the root to its edges and from these to the nodes\n"
                        + "up: the nodes' updates, and what the edges made of them";
    }

    /** What is not among the figures, or not yet. */
    private String uncounted(Web web) {
        if (!web.edges().isEmpty()) {
            return "\nBetween the edges and the root bytes are counted, but no time and no energy.";
        }
        return turn == Turn.VERSION
                ? "\nA model counts when it is sent, an update when it arrives, time and energy"
                        + " when the trip is over: trips under way are not all counted yet."
                : "";
    }

    @Override
    List<Total> table() {
        return totals;
    }

    private Total last() {
        return totals.isEmpty() ? new Total(0, 0L, 0L) : totals.getLast();
    }

    @Override
    Plot field(double width, double height) {
        double step = step(height);
        double high = Math.ceil(most() / step) * step;
        return field(width, height, 58, GUTTER, lastRound, new Extent(0, high));
    }

    private double most() {
        return Math.max(1, Math.max(last().down(), last().up()));
    }

    private double step(double height) {
        return Plot.nice(most() / Math.max(2, (height - 38) / 34));
    }

    @Override
    void draw(GraphicsContext g, Pen pen, Plot field) {
        List<Double> ticks = field.valueTicks(step(field.height() + 38));
        pen.valueAxis(
                last().down() + last().up() == 0 ? List.of(0.0) : ticks,
                b -> Figures.bytes((long) b));
        pen.roundAxis();
        if (totals.size() > 1) {
            line(g, field, Way.DOWN);
            line(g, field, Way.UP);
            names(g, field, last());
        }
    }

    @Override
    List<Readout.Row> rows(int round) {
        if (round >= totals.size()) {
            return List.of();
        }
        Total at = totals.get(round);
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
}
