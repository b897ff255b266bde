package federarium.desktop.view.odds;

import federarium.desktop.control.Drawing;
import federarium.desktop.control.SidePanel;
import federarium.desktop.feed.Frame;
import federarium.desktop.text.Figures;
import federarium.desktop.text.Turn;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.odds.Crowd.Guesser;
import federarium.privacy.accounting.Odds;
import federarium.scenario.Concealment;
import federarium.scenario.Privacy;
import federarium.scenario.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What the epsilon of a node, or of those that have spent most, means to people: odds. */
public final class OddsPanel extends SidePanel {
    /** Wide enough for a row of the crowd beside a scroll bar. */
    private static final double WIDE = 304;

    private final Drawing crowd = new Drawing((g, _, _) -> paint(g));
    private final Label sentence = words("odds-sentence");
    private final GridPane key = new GridPane();
    private final Label best = new Label();
    private final Label ceiling = new Label();
    private final GridPane promise = new GridPane();
    private final Advantages advantages;
    private Privacy privacy = Privacy.NONE;
    private Concealment concealment = Concealment.NONE;
    private Turn turn = Turn.ROUND;
    private Frame frame = Frame.EMPTY;
    private Palette palette = Palette.LIGHT;
    private @Nullable String node;
    private int cursor = -1;
    private @Nullable Account account;
    private @Nullable Odds odds;
    private List<Promise.Line> promised = List.of();

    /** Whether the best guesser's odds are worked out. */
    private boolean known;

    /**
     * @param worker where odds are worked out, which can take a while
     * @param window back onto the window's thread
     */
    public OddsPanel(Executor worker, Executor window) {
        super("odds", WIDE, "Close the odds");
        advantages = new Advantages(worker, window);
        crowd.setId("odds-crowd");
        crowd.setMinHeight(5 * Crowd.HIGH);
        crowd.setPrefHeight(5 * Crowd.HIGH);
        crowd.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        key();
        promise.getStyleClass().add("odds-promise");
        fill(crowd, key, sentence, promise);
    }

    /** What the figures are of; one that an attack will have measured has its place in between. */
    private void key() {
        key.getStyleClass().add("odds-key");
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        ColumnConstraints right = new ColumnConstraints();
        right.setHalignment(HPos.RIGHT);
        key.getColumnConstraints().setAll(new ColumnConstraints(), grow, right);
        best.setId("odds-best");
        ceiling.setId("odds-ceiling");
        key(Guesser.CHANCE, "right by chance alone", new Label("50 of 100"));
        key(Guesser.BEST, "the best guesser, this noise", best);
        key(Guesser.CEILING, "ceiling that ε and δ set", ceiling);
    }

    private void key(Guesser guesser, String words, Label figure) {
        figure.getStyleClass().add("number");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        key.addRow(
                key.getRowCount(), Crowd.swatch(guesser, () -> palette), new Label(words), figure);
    }

    @Override
    protected boolean openable() {
        return !privacy.isNone();
    }

    /** Who is promised what, and what a round is called. */
    public void show(Scenario scenario) {
        privacy = scenario.privacy();
        concealment = scenario.concealment();
        turn = Turn.of(scenario.mode());
        account = null;
        if (privacy.isNone()) {
            dismiss();
        }
        refresh();
    }

    public void show(Frame frame) {
        this.frame = frame;
        refresh();
    }

    /** The node to look at, or null for whoever has spent most. */
    public void inspect(@Nullable String node) {
        this.node = node;
        refresh();
    }

    /** Reads values at that round, −1 for the last. */
    public void cursor(int round) {
        cursor = round;
        refresh();
    }

    public void palette(Palette palette) {
        this.palette = palette;
        crowd.redraw();
        key.getChildren().stream()
                .filter(Drawing.class::isInstance)
                .forEach(each -> ((Drawing) each).redraw());
    }

    @Override
    protected void refresh() {
        if (!isVisible()) {
            return;
        }
        int last = frame.state().points().size() - 1;
        int round = cursor < 0 ? last : Math.min(cursor, last);
        remark.setText(round < 1 ? "" : "after %s %d".formatted(turn.word(), round));
        Account next = Account.of(frame.state(), node, round);
        if (!Objects.equals(next, account)) {
            account = next;
            odds = Odds.of(next.epsilon(), privacy.delta(), 1);
            known = false;
            write(next, odds);
            advantages.ask(next.ledger(), advantage -> answer(next, advantage));
        }
        promise(next);
    }

    private void answer(Account asked, double advantage) {
        if (asked.equals(account)) {
            odds = Odds.of(asked.epsilon(), privacy.delta(), advantage);
            known = true;
            write(asked, odds);
        }
    }

    private void write(Account account, Odds odds) {
        title.setText("Odds at ε " + Figures.measure(account.epsilon()));
        best.setText(known ? Odds.ofHundred(odds.best()) + " of 100" : "");
        ceiling.setText(Odds.ofHundred(odds.ceiling()) + " of 100");
        sentence.setText(
                Odds.ceilingInWords(account.epsilon(), privacy.delta(), Promise.unit(privacy)));
        crowd.setAccessibleText(spoken(odds));
        crowd.redraw();
    }

    private String spoken(Odds odds) {
        return "A hundred guessers: 50 right by chance alone, "
                + (known ? Odds.ofHundred(odds.best()) + " at best against this noise, " : "")
                + Odds.ofHundred(odds.ceiling())
                + " at the ceiling";
    }

    private void promise(Account account) {
        List<Promise.Line> lines = Promise.lines(privacy, concealment, account);
        if (lines.equals(promised)) {
            return;
        }
        promised = lines;
        promise.getChildren().clear();
        for (Promise.Line line : lines) {
            Label name = new Label(line.name());
            name.setMinWidth(Region.USE_PREF_SIZE);
            name.getStyleClass().add("odds-name");
            Label words = new Label(line.words());
            words.setId("odds-" + line.name().toLowerCase(Locale.ROOT));
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            GridPane.setValignment(name, VPos.TOP);
            promise.addRow(promise.getRowCount(), name, words);
        }
    }

    private void paint(GraphicsContext g) {
        Odds now = odds;
        if (now != null) {
            Crowd.paint(g, palette, now.ceiling(), known ? now.best() : null);
        }
    }
}
