package federarium.desktop.view.charts;

import federarium.desktop.control.Boards;
import federarium.desktop.control.Boards.Column;
import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Headline;
import federarium.desktop.text.Figures;
import federarium.desktop.theme.Fonts;
import federarium.desktop.view.charts.Trace.Dot;
import federarium.desktop.view.charts.Trace.Kind;
import federarium.event.FederationEvent.RunStarted;
import federarium.event.RewardEvent.CreditsPaid;
import federarium.event.RewardEvent.Payment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Credits by round: a line a node, of which the richest and the poorest have their names. */
public final class CreditsChart extends Chart<CreditsChart.Row> {
    private static final double GUTTER = 104;

    private Frame shown = Frame.EMPTY;
    private @Nullable String node;
    private Purses purses = Purses.of(List.of());
    private List<Trace> traces = List.of();

    /** A round's payments in sum, and whom it gave most and least. */
    record Row(Integer round, Double paid, Double pot, String most, String least) {}

    public CreditsChart() {
        super(
                "credits",
                Boards.table(
                        "credits-table",
                        "Nothing has been paid yet.",
                        List.of(
                                new Column<>("Round", Row::round, n -> Figures.count(n)),
                                new Column<>("Paid", Row::paid, Figures::credits),
                                new Column<>("Pot", Row::pot, Figures::credits),
                                new Column<>("Most", Row::most, Function.identity()),
                                new Column<>("Least", Row::least, Function.identity()))));
        frame.title("Credits");
    }

    /** Names the line of a node. */
    public void highlight(@Nullable String id) {
        node = id;
        refresh();
    }

    public void show(Frame shown) {
        boolean news = shown.state().points() != this.shown.state().points();
        this.shown = shown;
        if (news) {
            purses = Purses.of(shown.state().points());
            refresh();
        }
    }

    /** Whether anything has been paid in this run. */
    boolean pays() {
        return !purses.paid().isEmpty();
    }

    private void refresh() {
        traces = purses.traces(shown.state(), node);
        List<CreditsPaid> paid = purses.paid();
        frame.remark(paid.isEmpty() ? "" : "by " + paid.getLast().rule());
        frame.methods(
                "Credits that each node was paid since the start, by the scenario's rule. They say"
                        + " what that rule pays, not what a node is worth.");
        drawing.setAccessibleText(
                "Credits by round; "
                        + named().stream()
                                .map(trace ->
                                        trace.name() + " " + Figures.credits(trace.end().value()))
                                .collect(Collectors.joining("; ")));
        redraw();
    }

    /** The lines with a name, the richest first. */
    private List<Trace> named() {
        return traces.reversed().stream().filter(trace -> trace.kind() != Kind.GHOST).toList();
    }

    @Override
    Plot field(double width, double height) {
        RunStarted run = shown.state().run();
        double low = 0;
        double high = 1;
        for (Trace trace : traces) {
            for (Dot dot : trace.dots()) {
                low = Math.min(low, dot.value());
                high = Math.max(high, dot.value());
            }
        }
        double step = Plot.nice((high - low) / Math.max(2, (height - 38) / 34));
        Extent extent = new Extent(Math.floor(low / step) * step, Math.ceil(high / step) * step);
        int rounds = run == null ? 1 : run.rounds();
        return field(width, height, 46, GUTTER, Math.max(rounds, shown.round()), extent);
    }

    @Override
    void draw(GraphicsContext g, Pen pen, Plot field) {
        double step =
                Plot.nice((field.high() - field.low()) / Math.max(2, field.height() / 34) * 0.999);
        List<Double> ticks = new ArrayList<>();
        for (long k = Math.round(field.low() / step); k * step <= field.high() + step / 2; k++) {
            ticks.add(k * step);
        }
        pen.valueAxis(ticks, Figures::credits);
        pen.roundAxis();
        g.setStroke(palette.edge());
        g.strokeLine(field.left(), field.y(0), field.left() + field.width(), field.y(0));
        traces.forEach(pen::line);
        names(g, field);
    }

    private void names(GraphicsContext g, Plot field) {
        List<Trace> named = named();
        double[] wishes = named.stream().mapToDouble(t -> field.y(t.end().value())).toArray();
        double[] places = Plot.apart(wishes, 15, field.top() + 2, field.bottom() - 4);
        double end = named.stream().mapToDouble(t -> field.x(t.end().round())).max().orElse(0);
        g.setFont(Fonts.regular(12));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < named.size(); i++) {
            Trace trace = named.get(i);
            g.setFill(Pen.colour(trace.kind(), palette));
            String words = trace.name() + " " + Figures.credits(trace.end().value());
            g.fillText(words, end + 12, places[i], GUTTER - 14);
        }
    }

    @Override
    void mark(Pen pen, Plot field, int round) {
        for (Trace trace : named()) {
            double value = trace.at(round);
            if (!Double.isNaN(value)) {
                pen.marker(trace.kind(), field.x(round), field.y(value));
            }
        }
    }

    @Override
    List<Readout.Row> rows(int round) {
        return named().stream()
                .filter(trace -> !Double.isNaN(trace.at(round)))
                .map(trace ->
                        new Readout.Row(
                                Pen.colour(trace.kind(), palette),
                                trace.name(),
                                Figures.credits(trace.at(round))))
                .toList();
    }

    @Override
    List<Row> table() {
        return purses.paid().stream().map(this::row).toList();
    }

    private Row row(CreditsPaid paid) {
        Comparator<Payment> order = Comparator.comparingDouble(Payment::credits);
        return new Row(
                paid.round(),
                paid.payments().stream().mapToDouble(Payment::credits).sum(),
                paid.pot(),
                paid.payments().stream().max(order).map(this::words).orElse("–"),
                paid.payments().stream().min(order).map(this::words).orElse("–"));
    }

    private String words(Payment payment) {
        return Headline.name(shown.state(), payment.node()) + " " + Figures.gain(payment.credits());
    }
}
