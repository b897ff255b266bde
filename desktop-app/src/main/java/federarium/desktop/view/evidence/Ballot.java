package federarium.desktop.view.evidence;

import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Headline;
import federarium.desktop.feed.Sabotage;
import federarium.desktop.text.Deeds;
import federarium.desktop.text.Figures;
import federarium.event.FederationEvent.SettingChanged;
import federarium.projection.FederationState;
import federarium.projection.NodeState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The blind saboteur: chance makes a node lie, a class votes on who it is, then it is revealed. */
final class Ballot extends VBox {
    /** Beyond so many nodes only those have a button that are looked at or suspected. */
    private static final int MOST = 24;

    private final Label sentence = new Label();
    private final FlowPane votes = new FlowPane();
    private final Button start = new Button("Blind saboteur");
    private final Button reveal = new Button("Reveal");
    private final Map<String, Integer> cast = new HashMap<>();
    private final EvidencePanel.Asks asks;
    private Frame frame = Frame.EMPTY;
    private boolean wasSealed;
    private @Nullable Sabotage revealed;
    private @Nullable String run;
    private @Nullable String node;
    private List<String> shown = List.of();

    Ballot(EvidencePanel.Asks asks) {
        this.asks = asks;
        setId("ballot");
        getStyleClass().add("ballot");
        Label head = new Label("Who lies?");
        head.getStyleClass().add("section-title");
        sentence.setId("ballot-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        votes.setId("ballot-votes");
        votes.getStyleClass().add("ballot-votes");
        start.setId("saboteur");
        start.setOnAction(_ -> asks.sabotage());
        reveal.setId("reveal");
        reveal.getStyleClass().add("accent");
        reveal.setOnAction(_ -> tell());
        getChildren().addAll(head, sentence, votes, start, reveal);
    }

    void show(Frame next) {
        frame = next;
        String now = next.state().run() == null ? null : next.state().run().run();
        if (!Objects.equals(run, now) && !next.sealed() || next.sealed() && !wasSealed) {
            revealed = null;
            cast.clear();
            shown = List.of();
        }
        run = now;
        wasSealed = next.sealed();
        there(votes, next.sealed());
        there(reveal, next.sealed());
        there(start, !next.sealed());
        start.setDisable(!next.running() || next.state().nodes().size() == 0);
        sentence.setText(words());
        if (next.sealed()) {
            buttons();
        }
    }

    /** Whom a vote could be for where there are too many nodes for a button each. */
    void inspect(@Nullable String node) {
        this.node = node;
        if (frame.sealed()) {
            buttons();
        }
    }

    private String words() {
        if (frame.sealed()) {
            return "One node is hostile, sealed. Watch what the coordinator"
                    + " sees of it, and vote: %s so far.".formatted(Figures.many(total(), "vote"));
        }
        Sabotage known = revealed;
        return known == null
                ? "Chance picks a node and an attack from the next round on, and nobody is told"
                        + " until you reveal it."
                : verdict(known);
    }

    private int total() {
        return cast.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void tell() {
        revealed = asks.reveal();
        wasSealed = false;
        if (revealed != null) {
            sentence.setText(verdict(revealed));
        }
    }

    private String verdict(Sabotage known) {
        String name = Headline.name(frame.state(), known.node());
        Deeds deed = Deeds.of(known.kind());
        int right = cast.getOrDefault(known.node(), 0);
        String votes =
                total() == 0
                        ? "Nobody voted."
                        : "%d of %s right."
                                .formatted(right, Figures.many(total(), "vote"))
                                .replace("votes right", "votes were right")
                                .replace("vote right", "vote was right");
        return "It is %s: it %s (%s), %s. %s"
                .formatted(name, deed.words(), deed.kind(), since(frame.state(), known), votes);
    }

    private static String since(FederationState state, Sabotage known) {
        return state.changes().stream()
                .map(SettingChanged::round)
                .filter(round -> round > known.after())
                .findFirst()
                .map(round -> "from round " + round + " on")
                .orElse("from the next round on");
    }

    private void buttons() {
        List<String> wanted = candidates();
        if (!wanted.equals(shown)) {
            shown = wanted;
            votes.getChildren().setAll(wanted.stream().map(this::button).toList());
        }
    }

    private List<String> candidates() {
        List<NodeState> nodes = frame.state().nodes().list();
        List<String> ids = new ArrayList<>();
        for (NodeState each : nodes) {
            if (nodes.size() <= MOST || cast.containsKey(each.id()) || each.id().equals(node)) {
                ids.add(each.id());
            }
        }
        return ids;
    }

    private Button button(String id) {
        Button button = new Button();
        button.setId("vote-" + id);
        button.getStyleClass().add("small");
        String name = Headline.name(frame.state(), id);
        button.setAccessibleText("Vote for " + name);
        write(button, name, id);
        button.setOnAction(_ -> {
            cast.merge(id, 1, Integer::sum);
            write(button, name, id);
            sentence.setText(words());
        });
        return button;
    }

    private void write(Button button, String name, String id) {
        int votes = cast.getOrDefault(id, 0);
        button.setText(votes == 0 ? name : name + "  " + votes);
    }

    private static void there(Region part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }
}
