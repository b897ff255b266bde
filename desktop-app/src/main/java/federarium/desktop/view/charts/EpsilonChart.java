package federarium.desktop.view.charts;

import federarium.desktop.control.Boards;
import federarium.desktop.control.Boards.Column;
import federarium.desktop.feed.Frame;
import federarium.desktop.text.Figures;
import federarium.desktop.theme.Fonts;
import federarium.event.FederationEvent.RunStarted;
import federarium.event.PrivacyEvent.PrivacySpent;
import federarium.projection.RoundPoint;
import federarium.scenario.Privacy;
import federarium.scenario.Privacy.Mechanism;
import federarium.scenario.Scenario;
import java.util.List;
import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Epsilon of the node that has spent most, by round, below its cap, and where it will end. */
public final class EpsilonChart extends Chart<EpsilonChart.Spent> {
    private static final double GUTTER = 84;

    private Privacy privacy = Privacy.NONE;
    private Runnable odds = () -> {};
    private List<Spent> spent = List.of();
    private boolean expected;
    private int rounds = 1;
    private @Nullable Integer lastRound;

    /** Epsilon by the end of a round. */
    record Spent(Integer round, Double epsilon) {}

    public EpsilonChart() {
        super(
                "epsilon",
                Boards.table(
                        "epsilon-table",
                        "Nothing has been spent yet.",
                        List.of(
                                new Column<>("Round", Spent::round, n -> Figures.count(n)),
                                new Column<>("ε spent", Spent::epsilon, Figures::measure))));
        frame.title("ε spent");
        frame.beside(
                "epsilon-chart-odds", "Odds", "What that means to people (O)", () -> odds.run());
        frame.methods(
                "ε: what the released models tell, at most, of anyone whom the noise hides; of the"
                        + " node that has spent most, since the start\n"
                        + "budget: before a node would spend more it sits out\n"
                        + "forecast: if every round it takes part in costs what the last one did;"
                        + " “about” where rounds draw a fraction of the nodes, as it may be drawn"
                        + " more often or less");
    }

    /** Told that somebody asks what that means. */
    public void onOdds(Runnable listener) {
        odds = listener;
    }

    /** Who is promised what; there is nothing to show where nobody is promised anything. */
    public void show(Scenario scenario) {
        privacy = scenario.privacy();
        expected = drawn(scenario);
        setVisible(!privacy.isNone());
        setManaged(!privacy.isNone());
        redraw();
    }

    /** Whether chance decides in which rounds a node is charged, so that a forecast is a mean. */
    private static boolean drawn(Scenario scenario) {
        boolean everybody =
                scenario.privacy().mechanism() == Mechanism.CENTRAL && scenario.cohort().poisson();
        return scenario.cohort().fraction() < 1 && !everybody;
    }

    public void show(Frame shown) {
        RunStarted run = shown.state().run();
        spent = shown.state().points().stream().map(EpsilonChart::spent).toList();
        rounds = Math.max(run == null ? 1 : run.rounds(), spent.size() - 1);
        lastRound =
                shown.state().points().stream()
                        .map(RoundPoint::privacy)
                        .filter(Objects::nonNull)
                        .reduce((_, newer) -> newer)
                        .map(PrivacySpent::lastRound)
                        .orElse(null);
        frame.remark(forecast(shown.round()));
        drawing.setAccessibleText(spoken(shown.round()));
        redraw();
    }

    private static Spent spent(RoundPoint point) {
        Double epsilon = point.epsilon();
        return new Spent(point.round(), epsilon == null ? 0 : epsilon);
    }

    private String forecast(int round) {
        Integer last = lastRound;
        if (last == null) {
            return "";
        }
        return "%s %s %s %d"
                .formatted(
                        last < round ? "ended" : "ends",
                        expected && last >= round ? "about" : "after",
                        turn.word(),
                        last);
    }

    private String spoken(int round) {
        Double budget = privacy.budget();
        String cap = budget == null ? "" : " of " + Figures.measure(budget);
        String end = forecast(round);
        return "Epsilon spent "
                + Figures.measure(last().epsilon())
                + cap
                + (end.isEmpty() ? "" : "; budget " + end);
    }

    private Spent last() {
        return spent.isEmpty() ? new Spent(0, 0.0) : spent.getLast();
    }

    @Override
    List<Spent> table() {
        return spent;
    }

    @Override
    Plot field(double width, double height) {
        double step = step(height);
        double high = Math.ceil(most() * 1.02 / step) * step;
        return field(width, height, 46, GUTTER, rounds, new Extent(0, high));
    }

    private double most() {
        Double budget = privacy.budget();
        double most = budget == null ? 0.1 : budget;
        for (Spent each : drawn()) {
            most = Math.max(most, each.epsilon());
        }
        return most;
    }

    /** What noise 0 tells has no end, and no place in the picture. */
    private List<Spent> drawn() {
        return spent.stream().filter(each -> Double.isFinite(each.epsilon())).toList();
    }

    private double step(double height) {
        return Plot.nice(most() / Math.max(2, (height - 38) / 34));
    }

    @Override
    void draw(GraphicsContext g, Pen pen, Plot field) {
        List<Double> ticks = field.valueTicks(step(field.height() + 38));
        pen.valueAxis(ticks, value -> value == 0 ? "0" : Figures.measure(value));
        pen.roundAxis();
        cap(g, field);
        end(g, field);
        line(g, field);
    }

    private void cap(GraphicsContext g, Plot field) {
        Double budget = privacy.budget();
        if (budget == null) {
            return;
        }
        double y = field.y(budget);
        double right = field.left() + field.width();
        g.setStroke(palette.danger());
        g.setLineWidth(1.5);
        g.setLineDashes(7, 4);
        g.strokeLine(field.left(), y, right, y);
        g.setLineDashes();
        letter(g);
        g.setFill(palette.danger());
        g.fillText("budget " + Figures.measure(budget), right + 8, y, GUTTER - 10);
    }

    private static void letter(GraphicsContext g) {
        g.setFont(Fonts.regular(12));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
    }

    /** The last round that the budget pays for: a line down to the axis, and a mark on it. */
    private void end(GraphicsContext g, Plot field) {
        Integer last = lastRound;
        if (last == null || last > field.lastRound()) {
            return;
        }
        double x = Math.round(field.x(last)) + 0.5;
        g.setStroke(palette.danger());
        g.setLineWidth(1);
        g.setLineDashes(2, 3);
        g.strokeLine(x, field.top(), x, field.bottom());
        g.setLineDashes();
        g.setFill(palette.danger());
        double y = field.bottom();
        g.fillPolygon(new double[] {x - 5, x + 5, x}, new double[] {y + 1, y + 1, y - 8}, 3);
    }

    private void line(GraphicsContext g, Plot field) {
        List<Spent> dots = drawn();
        if (dots.isEmpty()) {
            return;
        }
        g.setStroke(palette.privacy());
        g.setLineWidth(2.5);
        g.strokePolyline(
                dots.stream().mapToDouble(dot -> field.x(dot.round())).toArray(),
                dots.stream().mapToDouble(dot -> field.y(dot.epsilon())).toArray(),
                dots.size());
        Spent end = dots.getLast();
        double x = field.x(end.round());
        double y = field.y(end.epsilon());
        g.setFill(palette.privacy());
        g.fillOval(x - 4, y - 4, 8, 8);
        Double budget = privacy.budget();
        boolean near = budget != null && Math.abs(field.y(budget) - y) < 16;
        write(g, "ε " + Figures.measure(last().epsilon()), x + 10, near ? y + 14 : y);
    }

    /** On a ground of its own, as the line where the budget ends may pass below it. */
    private void write(GraphicsContext g, String words, double x, double y) {
        letter(g);
        g.setFill(palette.background());
        g.fillRect(x - 2, y - 8, Math.min(GUTTER - 12, Readout.width(words, false) + 6), 16);
        g.setFill(palette.privacy());
        g.fillText(words, x, y, GUTTER - 14);
    }

    @Override
    List<Readout.Row> rows(int round) {
        if (round >= spent.size()) {
            return List.of();
        }
        String epsilon = Figures.measure(spent.get(round).epsilon());
        return List.of(new Readout.Row(palette.privacy(), "ε of the most spent", epsilon));
    }
}
