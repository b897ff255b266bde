package federarium.desktop.view.charts;

import federarium.desktop.control.Boards;
import federarium.desktop.control.Boards.Column;
import federarium.desktop.control.Drawing;
import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Ghost;
import federarium.desktop.feed.Headline;
import federarium.desktop.text.Figures;
import federarium.desktop.theme.Fonts;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.charts.Trace.Kind;
import federarium.event.FederationEvent.RunStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The headline measure by round: global, worst node, alone, pooled, and the runs before. */
public final class AccuracyChart extends StackPane {
    private static final double GUTTER = 164;
    private static final int LONGEST = 18;

    private final Drawing drawing = new Drawing(this::paint);
    private final TableView<Row> table =
            Boards.table(
                    "accuracy-table",
                    "No round has been measured yet.",
                    List.of(
                            new Column<>("Round", Row::round, n -> Figures.count(n)),
                            new Column<>("Global", Row::global, Figures::percent),
                            new Column<>("Worst node", Row::worst, Figures::percent),
                            new Column<>("Alone", Row::alone, Figures::percent),
                            new Column<>("Pooled", Row::pooled, Figures::percent),
                            new Column<>("Changed", Row::change, text -> text)));
    private final ChartFrame chart =
            new ChartFrame("accuracy-chart", drawing, table, this::fillTable);
    private Palette palette = Palette.LIGHT;
    private Frame frame = Frame.EMPTY;
    private List<Ghost> ghosts = List.of();
    private List<Trace> traces = List.of();
    private @Nullable String node;
    private @Nullable Plot plot;
    private int cursor = -1;
    private IntConsumer onCursor = _ -> {};

    private record Row(
            Integer round,
            Double global,
            Double worst,
            Double alone,
            Double pooled,
            String change) {}

    public AccuracyChart() {
        drawing.setId("accuracy-canvas");
        drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        drawing.setOnMouseMoved(event -> point(event.getX()));
        drawing.setOnMouseExited(_ -> onCursor.accept(-1));
        getChildren().add(chart);
        setMinSize(0, 0);
    }

    public void palette(Palette palette) {
        this.palette = palette;
        drawing.redraw();
    }

    /** Told of the round under the pointer, −1 for none. */
    public void onCursor(IntConsumer listener) {
        onCursor = listener;
    }

    /** Reads values at that round, −1 for none. */
    public void cursor(int round) {
        cursor = round;
        drawing.setAccessibleHelp(round < 0 ? null : Readout.spoken(heading(round), rows(round)));
        drawing.redraw();
    }

    /** Lights the curve of a node. */
    public void highlight(@Nullable String id) {
        node = id;
        refresh();
    }

    public void show(Frame frame, List<Ghost> ghosts) {
        this.frame = frame;
        this.ghosts = ghosts;
        refresh();
    }

    private void refresh() {
        traces = Traces.of(frame, ghosts, node);
        Headline headline = Headline.of(frame.state());
        String words = headline.words();
        chart.title(Character.toUpperCase(words.charAt(0)) + words.substring(1) + " by round");
        chart.methods(
                traces.stream()
                        .map(trace -> trace.name() + ": " + trace.method())
                        .distinct()
                        .collect(Collectors.joining("\n")));
        chart.remark(remark());
        drawing.setAccessibleText(spoken(headline));
        if (chart.isTable()) {
            fillTable();
        }
        drawing.redraw();
    }

    private String remark() {
        String flag = Flags.remark(frame.state());
        String skipped = frame.state().yardsticks().skipped();
        return !flag.isEmpty() || skipped == null ? flag : "No yardsticks: " + skipped;
    }

    private String spoken(Headline headline) {
        StringBuilder words = new StringBuilder(headline.words()).append(" by round");
        for (Trace trace : traces) {
            words.append("; ").append(trace.name()).append(' ');
            words.append(Figures.percent(trace.end().value()));
        }
        return words.toString();
    }

    private void paint(GraphicsContext g, double width, double height) {
        Plot field = field(width, height);
        plot = field;
        Pen pen = new Pen(g, palette, field);
        pen.valueAxis(Extent.ticks(field, 30), Figures::wholePercent);
        pen.roundAxis();
        Flags.draw(g, palette, field, frame.state().changes());
        traces.forEach(pen::line);
        names(g, field);
        if (cursor >= 0 && cursor <= field.lastRound()) {
            read(g, pen, field);
        }
    }

    private Plot field(double width, double height) {
        RunStarted run = frame.state().run();
        int last = run == null ? 1 : run.rounds();
        for (Trace trace : traces) {
            last = Math.max(last, trace.end().round());
        }
        Extent extent = Extent.of(traces);
        return new Plot(
                46,
                14,
                Math.max(20, width - 46 - GUTTER),
                height - 14 - 24,
                last,
                extent.low(),
                extent.high());
    }

    /** Names and last values at the ends of the lines; lines that end together share a column. */
    private void names(GraphicsContext g, Plot field) {
        List<Trace> left = new ArrayList<>(traces);
        while (!left.isEmpty()) {
            double end = left.stream().mapToDouble(t -> field.x(t.end().round())).max().orElse(0);
            List<Trace> column =
                    left.stream().filter(t -> field.x(t.end().round()) > end - GUTTER).toList();
            left.removeAll(column);
            names(g, field, column, end + 12);
        }
    }

    private void names(GraphicsContext g, Plot field, List<Trace> column, double x) {
        double[] wishes = column.stream().mapToDouble(t -> field.y(t.end().value())).toArray();
        double[] places = Plot.apart(wishes, 15, field.top() + 2, field.bottom() - 4);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < column.size(); i++) {
            Trace trace = column.get(i);
            boolean ghost = trace.kind() == Kind.GHOST;
            boolean strong = trace.kind() == Kind.GLOBAL;
            String words = brief(trace.name()) + " " + Figures.percent(trace.end().value());
            double wide = Readout.width(words, strong) * 1.05;
            g.setFill(palette.background().deriveColor(0, 1, 1, 0.85));
            g.fillRect(x - 3, places[i] - 7.5, wide + 6, 15);
            g.setFont(strong ? Fonts.strong(12) : Fonts.regular(12));
            g.setFill(ghost ? palette.muted() : Pen.colour(trace.kind(), palette));
            g.fillText(words, x, places[i]);
        }
    }

    private static String brief(String name) {
        String plain = name.replaceFirst(" \\(.*", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1).strip() + "…";
    }

    private void read(GraphicsContext g, Pen pen, Plot field) {
        pen.cursor(cursor);
        for (Trace trace : traces.reversed()) {
            double value = trace.at(cursor);
            if (!Double.isNaN(value)) {
                pen.marker(trace.kind(), field.x(cursor), field.y(value));
            }
        }
        List<Readout.Row> rows = rows(cursor);
        if (!rows.isEmpty()) {
            Readout.draw(g, palette, field, cursor, heading(cursor), rows);
        }
    }

    private String heading(int round) {
        return "Round " + round + Flags.at(frame.state(), round);
    }

    /** What was measured at that round, the line in front first. */
    private List<Readout.Row> rows(int round) {
        List<Readout.Row> rows = new ArrayList<>();
        for (Trace trace : traces.reversed()) {
            double value = trace.at(round);
            if (!Double.isNaN(value)) {
                rows.add(
                        new Readout.Row(
                                Pen.colour(trace.kind(), palette),
                                trace.kind() == Kind.WORST ? "worst node" : trace.name(),
                                Figures.percent(value)));
            }
        }
        return rows;
    }

    private void point(double x) {
        Plot field = plot;
        if (field != null) {
            onCursor.accept(field.across(x) ? field.round(x) : -1);
        }
    }

    private void fillTable() {
        if (!chart.isTable()) {
            return;
        }
        table.getItems()
                .setAll(
                        frame.state().points().stream()
                                .map(point ->
                                        new Row(
                                                point.round(),
                                                at(Kind.GLOBAL, point.round()),
                                                at(Kind.WORST, point.round()),
                                                at(Kind.ALONE, point.round()),
                                                at(Kind.POOLED, point.round()),
                                                Flags.of(frame.state(), point.round())))
                                .toList());
        table.sort();
    }

    private double at(Kind kind, int round) {
        for (Trace trace : traces) {
            if (trace.kind() == kind) {
                return trace.at(round);
            }
        }
        return Double.NaN;
    }
}
