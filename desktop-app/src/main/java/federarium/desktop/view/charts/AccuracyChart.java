package federarium.desktop.view.charts;

import federarium.desktop.control.Boards;
import federarium.desktop.control.Boards.Column;
import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Ghost;
import federarium.desktop.feed.Headline;
import federarium.desktop.text.Figures;
import federarium.desktop.theme.Fonts;
import federarium.desktop.view.charts.Trace.Kind;
import federarium.event.FederationEvent.RunStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The headline measure by round: global, worst node, alone, pooled, and the runs before. */
public final class AccuracyChart extends Chart<AccuracyChart.Row> {
    private static final double GUTTER = 164;
    private static final int LONGEST = 18;

    private Frame shown = Frame.EMPTY;
    private List<Ghost> ghosts = List.of();
    private List<Trace> traces = List.of();
    private @Nullable String node;

    record Row(
            Integer round,
            Double global,
            Double worst,
            Double own,
            Double alone,
            Double pooled,
            Double trigger,
            String change) {}

    public AccuracyChart() {
        super(
                "accuracy",
                Boards.table(
                        "accuracy-table",
                        "No round has been measured yet.",
                        List.of(
                                new Column<>("Round", Row::round, n -> Figures.count(n)),
                                new Column<>("Global", Row::global, Figures::percent),
                                new Column<>("Worst node", Row::worst, Figures::percent),
                                new Column<>("Own models", Row::own, Figures::percent),
                                new Column<>("Alone", Row::alone, Figures::percent),
                                new Column<>("Pooled", Row::pooled, Figures::percent),
                                new Column<>("Trigger", Row::trigger, Figures::percent),
                                new Column<>("Changed", Row::change, text -> text))));
    }

    /** Lights the curve of a node. */
    public void highlight(@Nullable String id) {
        node = id;
        refresh();
    }

    public void show(Frame frame, List<Ghost> ghosts) {
        shown = frame;
        this.ghosts = ghosts;
        refresh();
    }

    private void refresh() {
        traces = Traces.of(shown, ghosts, node);
        Headline headline = Headline.of(shown.state());
        frame.title(Figures.capital(headline.words()) + " by " + turn.word());
        frame.methods(
                traces.stream()
                        .map(trace -> trace.name() + ": " + trace.method())
                        .distinct()
                        .collect(Collectors.joining("\n")));
        frame.remark(remark());
        drawing.setAccessibleText(spoken(headline));
        redraw();
    }

    private String remark() {
        String flag = Flags.remark(shown.state(), turn);
        String skipped = shown.state().yardsticks().skipped();
        return !flag.isEmpty() || skipped == null ? flag : "No yardsticks: " + skipped;
    }

    private String spoken(Headline headline) {
        StringBuilder words =
                new StringBuilder(headline.words()).append(" by ").append(turn.word());
        for (Trace trace : traces) {
            words.append("; ").append(trace.name()).append(' ');
            words.append(Figures.percent(trace.end().value()));
        }
        return words.toString();
    }

    @Override
    void draw(GraphicsContext g, Pen pen, Plot field) {
        pen.valueAxis(Extent.ticks(field, 30), Figures::wholePercent);
        pen.roundAxis();
        Flags.draw(g, palette, field, shown.state().changes());
        traces.forEach(pen::line);
        names(g, field);
    }

    @Override
    Plot field(double width, double height) {
        RunStarted run = shown.state().run();
        int last = run == null ? 1 : run.rounds();
        for (Trace trace : traces) {
            last = Math.max(last, trace.end().round());
        }
        return field(width, height, 46, GUTTER, last, Extent.of(traces));
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

    @Override
    void mark(Pen pen, Plot field, int round) {
        for (Trace trace : traces.reversed()) {
            double value = trace.at(round);
            if (!Double.isNaN(value)) {
                pen.marker(trace.kind(), field.x(round), field.y(value));
            }
        }
    }

    @Override
    String heading(int round) {
        return super.heading(round) + Flags.at(shown.state(), round);
    }

    @Override
    List<Readout.Row> rows(int round) {
        List<Readout.Row> rows = new ArrayList<>();
        for (Trace trace : traces.reversed()) {
            double value = trace.at(round);
            if (!Double.isNaN(value)) {
                rows.add(
                        new Readout.Row(
                                Pen.colour(trace.kind(), palette),
                                trace.kind() == Kind.WORST
                                        ? Traces.worst(shown.state(), "node")
                                        : trace.name(),
                                Figures.percent(value)));
            }
        }
        return rows;
    }

    @Override
    List<Row> table() {
        return shown.state().points().stream()
                .map(point ->
                        new Row(
                                point.round(),
                                at(Kind.GLOBAL, point.round()),
                                at(Kind.WORST, point.round()),
                                at(Kind.OWN, point.round()),
                                at(Kind.ALONE, point.round()),
                                at(Kind.POOLED, point.round()),
                                at(Kind.TRIGGER, point.round()),
                                Flags.of(shown.state(), point.round())))
                .toList();
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
