package federarium.desktop.view.leaders;

import federarium.desktop.control.Boards;
import federarium.desktop.control.Boards.Column;
import federarium.desktop.control.SidePanel;
import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Headline;
import federarium.desktop.text.Figures;
import federarium.desktop.text.Turn;
import federarium.desktop.view.leaders.Tally.Shift;
import federarium.desktop.view.leaders.Tally.Standing;
import federarium.event.RewardEvent.CreditsPaid;
import federarium.projection.RoundPoint;
import federarium.scenario.Scenario;
import federarium.scenario.Settings;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The nodes by credits, as one rule or another has them. */
public final class LeadersPanel extends SidePanel {
    private static final double WIDE = 380;
    private static final double ROW = 24;
    private static final int MOST = 12;
    private static final String COMPARE = "incentive.compare";

    private final Label nothing = words("leaders-nothing");
    private final ComboBox<Measure> rules = new ComboBox<>();
    private final Label meaning = words("leaders-meaning");
    private final TableView<Row> table =
            Boards.table(
                    "leaders-table",
                    "",
                    List.of(
                            new Column<>("Rank", Row::rank, n -> Figures.count(n)),
                            new Column<>("Node", Row::name, Function.identity()),
                            new Column<>("Score", Row::score, Figures::measure),
                            new Column<>("±", Row::spread, LeadersPanel::spread),
                            new Column<>("Credits", Row::credits, Figures::credits)));
    private final Label shifts = words("leaders-shifts");
    private final Label truth = words("leaders-truth");
    private final Button compare = new Button("Compare all rules");
    private final VBox board;
    private final Tally tally = new Tally();
    private final Asks asks;
    private Frame frame = Frame.EMPTY;
    private List<RoundPoint> read = List.of();
    private @Nullable Scenario scenario;
    private boolean filling;

    private record Row(
            String node, Integer rank, String name, Double score, Double spread, Double credits) {}

    /** What the panel asks for. */
    public interface Asks {
        /** To look at a node. */
        void look(String node);

        /** A setting from the next round on. */
        void change(String key, String value);
    }

    public LeadersPanel(Asks asks) {
        super("leaders", WIDE, "Close the leaderboard");
        this.asks = asks;
        title.setText("Leaderboard");
        rules.setId("leaders-rule");
        rules.setAccessibleText("Rule");
        rules.setMaxWidth(Double.MAX_VALUE);
        rules.setConverter(new Name());
        rules.valueProperty()
                .addListener((_, _, _) -> {
                    if (!filling) {
                        write();
                    }
                });
        meaning.getStyleClass().add("caption");
        table.setFixedCellSize(ROW);
        table.setOnMouseClicked(_ -> look());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                look();
                event.consume();
            }
        });
        truth.setText(
                "No rule is the truth: each answers a question of its own, and another draw of"
                        + " orders gives other scores (±, one standard deviation over repeats).");
        truth.getStyleClass().add("caption");
        compare.setId("leaders-compare");
        compare.getStyleClass().add("small");
        compare.setOnAction(_ -> asks.change(COMPARE, "true"));
        board = new VBox(rules, meaning, table, shifts, compare, truth);
        board.getStyleClass().add("side-content");
        fill(nothing, board);
    }

    private void look() {
        Row row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            asks.look(row.node());
        }
    }

    public void show(Scenario scenario) {
        this.scenario = scenario;
        refresh();
    }

    public void show(Frame frame) {
        this.frame = frame;
        refresh();
    }

    @Override
    protected void refresh() {
        if (!isVisible()) {
            return;
        }
        List<RoundPoint> points = frame.state().points();
        if (points != read) {
            read = points;
            tally.read(points);
            choices();
            write();
        }
        there(compare, comparable());
    }

    /** Keeps the rule that was chosen as long as it is there; at first it is the one that pays. */
    private void choices() {
        List<Measure> measures = tally.measures();
        if (!measures.equals(rules.getItems())) {
            Measure before = rules.getValue();
            filling = true;
            rules.getItems().setAll(measures);
            rules.setValue(
                    before != null && measures.contains(before)
                            ? before
                            : measures.isEmpty() ? null : measures.getFirst());
            filling = false;
        }
    }

    private void write() {
        Measure measure = rules.getValue();
        there(board, measure != null);
        there(nothing, measure == null);
        if (measure == null) {
            remark.setText("");
            nothing.setText(
                    "No rule has valued an update yet. Under “More …” incentive, rule chooses one:"
                            + " what it pays is shown here and at the nodes.");
            return;
        }
        Turn turn = scenario == null ? Turn.ROUND : Turn.of(scenario.mode());
        remark.setText("after %s %d".formatted(turn.word(), read.getLast().round()));
        meaning.setText(measure.meaning());
        List<Row> rows = tally.standings(measure).stream().map(this::row).toList();
        double high = 32 + ROW * Math.min(MOST, rows.size()) + 2;
        table.setMinHeight(high);
        table.setPrefHeight(high);
        table.getItems().setAll(rows);
        table.sort();
        shifts.setText(
                tally.measures().stream()
                        .filter(other -> !other.equals(measure))
                        .map(other -> "By %s %s.".formatted(other.name(), shift(measure, other)))
                        .collect(Collectors.joining("\n")));
        there(shifts, !shifts.getText().isEmpty());
    }

    private Row row(Standing standing) {
        return new Row(
                standing.node(),
                standing.rank(),
                Headline.name(frame.state(), standing.node()),
                standing.score(),
                standing.spread(),
                standing.credits());
    }

    private String shift(Measure from, Measure to) {
        Shift shift = tally.shift(from, to);
        String most = shift.most();
        return most == null
                ? "everybody has the same rank"
                : "%d of %d rank otherwise, %s most: %d there, %d here"
                        .formatted(
                                shift.moved(),
                                table.getItems().size(),
                                Headline.name(frame.state(), most),
                                shift.there(),
                                shift.here());
    }

    private boolean comparable() {
        return tally.measures().size() == 1
                && frame.running()
                && Settings.find(COMPARE) != null
                && scenario != null
                && !scenario.value(COMPARE).equals("true");
    }

    private static String spread(double value) {
        return Double.isNaN(value) ? "–" : Figures.measure(value);
    }

    private static void there(Region part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }

    /** What a rule is called, and which of them pays. */
    private final class Name extends StringConverter<Measure> {
        @Override
        public String toString(@Nullable Measure measure) {
            return measure == null
                    ? ""
                    : measure.name() + (pays(measure) ? " (pays)" : " (only compared)");
        }

        /** Of the rules in a round the one that pays comes first. */
        private boolean pays(Measure measure) {
            for (RoundPoint point : read.reversed()) {
                CreditsPaid paid = point.findings().paid();
                if (paid != null) {
                    return Measure.of(point.findings().scored().getFirst()).equals(measure);
                }
            }
            return false;
        }

        @Override
        public @Nullable Measure fromString(String name) {
            return null;
        }
    }
}
