package federarium.desktop.view.evidence;

import federarium.desktop.control.SidePanel;
import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Sabotage;
import federarium.desktop.text.Figures;
import federarium.desktop.text.Turn;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.evidence.Compared.Line;
import federarium.scenario.Scenario;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A round's updates side by side, as whoever receives them sees them, and what a rule made of it.
 */
public final class EvidencePanel extends SidePanel {
    private static final double WIDE = 420;

    private final Label nothing = words("evidence-nothing");
    private final UpdateMap map = new UpdateMap();
    private final Label shown = words("evidence-shown");
    private final UpdateTable table;
    private final Label detail = words("evidence-detail");
    private final VBox evidence;
    private final Ballot ballot;
    private @Nullable Scenario scenario;
    private Frame frame = Frame.EMPTY;
    private @Nullable Compared compared;
    private @Nullable String node;

    /** What the panel asks for. */
    public interface Asks {
        /** To look at the node that was clicked. */
        void look(String node);

        /** An attack that nobody knows of. */
        void sabotage();

        /** What that attack is; null where there is none. */
        @Nullable Sabotage reveal();
    }

    public EvidencePanel(Asks asks) {
        super("evidence", WIDE, "Close this round's updates");
        map.onChoose(asks::look);
        table = new UpdateTable(asks::look);
        ballot = new Ballot(asks);
        shown.getStyleClass().add("caption");
        evidence = new VBox(map, shown, table.node(), detail);
        evidence.getStyleClass().add("side-content");
        fill(nothing, evidence);
        getChildren().add(ballot);
    }

    /** Told of the node under the pointer, null for none. */
    public void onHover(Consumer<@Nullable String> listener) {
        map.onHover(listener);
        table.onHover(listener);
    }

    public void palette(Palette palette) {
        map.palette(palette);
    }

    public void show(Scenario scenario) {
        this.scenario = scenario;
        refresh();
    }

    public void show(Frame frame) {
        this.frame = frame;
        refresh();
    }

    /** Marks the node that the inspector shows. */
    public void inspect(@Nullable String node) {
        this.node = node;
        map.chosen(node);
        table.chosen(node);
        ballot.inspect(node);
        detail();
    }

    @Override
    protected void refresh() {
        if (!isVisible()) {
            return;
        }
        ballot.show(frame);
        Compared next = Compared.of(frame.state());
        there(evidence, next != null);
        there(nothing, next == null);
        if (next == null) {
            title.setText("This round’s updates");
            remark.setText("");
            nothing.setText(Compared.whyNot(frame.state(), scenario));
        } else if (!next.equals(compared)) {
            write(next);
        }
        compared = next;
    }

    private void write(Compared next) {
        compared = next;
        Turn turn = scenario == null ? Turn.ROUND : Turn.of(scenario.mode());
        title.setText("This round’s updates");
        remark.setText("%s %d".formatted(turn.word(), next.round()));
        Double explained = next.explained();
        there(map, explained != null);
        shown.setText(
                explained == null
                        ? "Too many to be measured against each other: no map, no Krum scores."
                        : "%s of their scatter around the mean is in this picture; ✕ refused."
                                .formatted(Figures.wholePercent(explained)));
        map.show(next);
        table.show(next, node);
        detail();
    }

    /** What is to be said of the node that is looked at, or of who was refused. */
    private void detail() {
        Compared now = compared;
        if (now == null) {
            return;
        }
        List<Line> refused = now.lines().stream().filter(Line::isRefused).toList();
        detail.setText(
                now.lines().stream()
                        .filter(line -> line.node().equals(node))
                        .findFirst()
                        .map(EvidencePanel::sentence)
                        .orElse(
                                "%d of %s refused."
                                        .formatted(
                                                refused.size(),
                                                Figures.many(now.lines().size(), "update"))));
    }

    private static String sentence(Line line) {
        String fate =
                line.isRefused()
                        ? "✕ " + line.refusal()
                        : Double.isNaN(line.weight())
                                ? "not combined yet"
                                : "weight " + Figures.percent(line.weight());
        return "%s: %s.".formatted(line.name(), fate);
    }

    private static void there(Region part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }
}
