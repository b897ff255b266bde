package federarium.desktop.view.inspector;

import federarium.data.FederatedData;
import federarium.data.NodeRows;
import federarium.desktop.feed.Earnings;
import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Headline;
import federarium.desktop.feed.Noising;
import federarium.desktop.text.Figures;
import federarium.desktop.theme.Palette;
import federarium.event.FederationEvent.RunStarted;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.projection.NodeState;
import federarium.projection.Web;
import federarium.scenario.Concealment;
import federarium.scenario.Privacy.Mechanism;
import federarium.scenario.Scenario;
import federarium.update.ClientUpdate;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One node from close by: what stays there, what leaves, and who sees what of it. */
public final class Inspector extends StackPane {
    private final Label empty = new Label("Click a node to see what stays and what leaves.");
    private final Label title = new Label();
    private final Label story = new Label();
    private final VBox nobody = new VBox();
    private final Label name = new Label();
    private final Label summary = new Label();
    private final VBox stays = new VBox();
    private final Leaving leaves = new Leaving();
    private final Label seesTitle = new Label("The server sees");
    private final Label sees = new Label();
    private final ScrollPane scroll = new ScrollPane();
    private final ScrollPane background = new ScrollPane();
    private Function<String, @Nullable ClientUpdate> updates = _ -> null;
    private @Nullable Scenario scenario;
    private @Nullable FederatedData data;
    private @Nullable String id;
    private Frame frame = Frame.EMPTY;
    private Palette palette = Palette.LIGHT;

    public Inspector() {
        setId("inspector");
        getStyleClass().add("inspector");
        empty.setId("inspector-empty");
        empty.getStyleClass().add("empty-words");
        empty.setWrapText(true);
        title.getStyleClass().add("inspector-name");
        story.getStyleClass().add("story");
        story.setId("story");
        for (Label label : List.of(title, story, empty)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        nobody.getStyleClass().add("inspector-content");
        nobody.getChildren().addAll(title, story, empty);
        name.setId("inspector-name");
        name.getStyleClass().add("inspector-name");
        summary.getStyleClass().add("caption");
        summary.setWrapText(true);
        seesTitle.setId("inspector-sees-title");
        sees.setId("inspector-sees");
        sees.setWrapText(true);
        sees.setMinHeight(Region.USE_PREF_SIZE);
        stays.setId("inspector-stays");
        stays.getStyleClass().add("inspector-part");
        VBox content =
                new VBox(
                        new VBox(name, summary),
                        part(new Label("Stays here"), stays),
                        part(new Label("Leaves"), leaves),
                        part(seesTitle, sees));
        content.getStyleClass().add("inspector-content");
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        background.setContent(nobody);
        background.setFitToWidth(true);
        background.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().addAll(scroll, background);
        refresh();
    }

    private static VBox part(Label head, Node body) {
        head.getStyleClass().add("section-title");
        VBox part = new VBox(head, body);
        part.getStyleClass().add("inspector-section");
        return part;
    }

    /** A new run: its data, and how to ask for the update that a node sent last. */
    public void open(
            Scenario scenario,
            FederatedData data,
            Function<String, @Nullable ClientUpdate> updates) {
        title.setText(scenario.title());
        story.setText(scenario.story());
        this.scenario = scenario;
        this.data = data;
        this.updates = updates;
        if (id != null && rows(id) == null) {
            id = null;
        }
        refresh();
    }

    /** The settings that act from the next round on. */
    public void show(Scenario scenario) {
        this.scenario = scenario;
    }

    public void palette(Palette palette) {
        this.palette = palette;
        refresh();
    }

    /** Looks at that node, or at none. */
    public void inspect(@Nullable String node) {
        id = node;
        scroll.setVvalue(0);
        refresh();
    }

    /** The node looked at, or null. */
    public @Nullable String inspected() {
        return id;
    }

    public void show(Frame frame) {
        boolean joined = this.frame.state().nodes().size() != frame.state().nodes().size();
        this.frame = frame;
        if (joined) {
            refresh();
        } else if (id != null) {
            live(id);
        }
    }

    private @Nullable NodeRows rows(String node) {
        FederatedData known = data;
        if (known == null) {
            return null;
        }
        return known.nodes().stream().filter(n -> n.id().equals(node)).findFirst().orElse(null);
    }

    private void refresh() {
        String node = id;
        NodeRows rows = node == null ? null : rows(node);
        FederatedData known = data;
        boolean shown = node != null && rows != null && known != null;
        scroll.setVisible(shown);
        background.setVisible(!shown);
        if (node == null || rows == null || known == null) {
            return;
        }
        name.setText(rows.name());
        Label kept =
                new Label(
                        "Its rows never leave it. It trains on %s and tests on %s."
                                .formatted(
                                        Figures.count(rows.train().length),
                                        Figures.count(rows.test().length)));
        kept.setWrapText(true);
        kept.setMinHeight(Region.USE_PREF_SIZE);
        stays.getChildren()
                .setAll(
                        kept,
                        LabelBars.of(
                                known.dataset().classNames(),
                                rows.labelCounts(known.dataset()),
                                palette),
                        Samples.of(known.dataset(), rows, palette));
        live(node);
    }

    private void live(String node) {
        RunStarted run = frame.state().run();
        if (run == null || !frame.state().nodes().seats().containsKey(node)) {
            return;
        }
        NodeState state = frame.state().nodes().get(node);
        Headline headline = Headline.of(frame.state());
        double score = headline.of(state.score());
        String where = state.seat().name().equals(node) ? "" : node + ", ";
        String earned = Earnings.words(state.purse());
        summary.setText(
                where
                        + "trained in "
                        + Figures.many(state.traffic().roundsTrained(), "round")
                        + (Double.isNaN(score)
                                ? ""
                                : ", " + headline.words() + " " + Figures.percent(score))
                        + (earned.isEmpty() ? "" : "; " + earned));
        Web web = frame.state().web();
        boolean central = web.peers() == null && web.edges().isEmpty();
        seesTitle.setText(central ? "The server sees" : "Who sees what");
        if (web.peers() == null) {
            if (concealed(state)) {
                leaves.showConcealed(run, state);
            } else {
                leaves.show(run, state, noising(state.update()), updates.apply(node));
            }
            sees.setText(sees(state, web));
        } else {
            String neighbours = Neighbours.of(web.peers(), frame.state().nodes(), node);
            leaves.showModel(run, state, neighbours);
            sees.setText(seenBy(neighbours, state));
        }
    }

    private static String seenBy(String neighbours, NodeState state) {
        return state.update() == null
                ? "Nobody anything yet. What leaves will go to its neighbours alone: "
                        + neighbours
                        + "."
                : "Its neighbours get its whole model in every round, number by number: "
                        + neighbours
                        + ". Nothing hides it in this scenario, so they could try to infer rows"
                        + " from how it changes. The other nodes get nothing from it, only what"
                        + " its neighbours mixed with their own and passed on.";
    }

    /** Whether updates have left of which nothing is seen. */
    private boolean concealed(NodeState state) {
        return scenario != null
                && scenario.concealment() != Concealment.NONE
                && state.traffic().roundsTrained() > 0;
    }

    private Noising noising(@Nullable UpdateReceived update) {
        Scenario settings = scenario;
        return update == null || settings == null
                ? Noising.NONE
                : Noising.of(settings, frame.state(), update.round());
    }

    private String sees(NodeState state, Web web) {
        Scenario settings = scenario;
        if (settings != null && concealed(state)) {
            return Protection.concealed(settings.privacy().mechanism(), settings.concealment());
        }
        if (state.update() == null) {
            return "Nothing yet: only how many rows the node has.";
        }
        Mechanism mechanism = noising(state.update()).mechanism();
        if (mechanism != Mechanism.NONE) {
            return Protection.words(mechanism);
        }
        if (!web.edges().isEmpty()) {
            return "Of this node nothing: its edge aggregator gets the whole update, number by"
                    + " number, and could try to infer rows from it. The root gets what the edge"
                    + " made of all its nodes.";
        }
        return "The whole update, number by number, beside how many rows are behind it. Nothing"
                + " hides it in this scenario, so whoever runs the coordinator could try to"
                + " infer rows from it.";
    }
}
