package federarium.desktop.view.lab;

import federarium.data.Dataset;
import federarium.desktop.control.Segments;
import federarium.desktop.feed.Frame;
import federarium.desktop.theme.Icons;
import federarium.desktop.theme.Palette;
import federarium.host.Betrayal;
import federarium.host.Harm;
import federarium.host.Membership;
import federarium.host.Rebuilt;
import federarium.projection.NodeState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The attack lab over the picture: what to attack on the left, what came of it on the right. */
public final class LabView extends BorderPane {
    private static final int ROUNDS = 5;
    private static final double WIDE = 268;

    private enum Attack {
        REBUILD("Rebuild", "Can the rows behind an update be rebuilt from it?"),
        MEMBERSHIP("Was it in?", "Does the model tell which rows it was trained on?"),
        POISON("Poison", "What can a node do to the model?"),
        FREE_RIDE("Free-ride", "What if a node does nothing, and what does it earn?");

        private final String name;
        private final String question;

        Attack(String name, String question) {
            this.name = name;
            this.question = question;
        }
    }

    private final Asks asks;
    private final Choices choices = new Choices();
    private final Label question = Exhibition.label("lab-question", "lab-question");
    private final Label refusal = Exhibition.label("lab-refusal", "knob-note");
    private final Label busy = Exhibition.label("lab-busy", "caption");
    private final Button attack = button("lab-attack", "Attack its real update", this::attack);
    private final Button own = button("lab-own", "Rebuild my drawing", this::own);
    private final Sketch sketch = new Sketch();
    private final ComboBox<Membership.View> view = new ComboBox<>();
    private final Tampering tampering = new Tampering();
    private final VBox viewed = Choices.labelled("The attacker has", view);
    private final Exhibition exhibition = new Exhibition();
    private final Verdict verdict = new Verdict();
    private final Aftermath aftermath = new Aftermath();
    private Attack chosen = Attack.REBUILD;
    private Palette palette = Palette.LIGHT;
    private Frame frame = Frame.EMPTY;
    private @Nullable Dataset data;
    private boolean working;

    public LabView(Asks asks) {
        this.asks = asks;
        setId("lab");
        getStyleClass().add("lab");
        view.setId("lab-view");
        view.getItems().setAll(Membership.View.values());
        view.setValue(Membership.View.RELEASED);
        view.setMaxWidth(Double.MAX_VALUE);
        view.valueProperty().addListener((_, _, _) -> shields(chosen));
        view.setConverter(
                new Named<>(each ->
                        each == Membership.View.RELEASED
                                ? "the model, as all have it"
                                : "the node's own, as sent"));
        refusal.pseudoClassStateChanged(PseudoClass.getPseudoClass("refused"), true);
        VBox left = new VBox(12, choices, viewed, tampering, attack, refusal, busy, sketch, own);
        left.getStyleClass().add("lab-left");
        ScrollPane leftScroll = scroll(left);
        leftScroll.setMinWidth(WIDE);
        leftScroll.setPrefWidth(WIDE);
        VBox right = new VBox(12, question, exhibition, verdict, aftermath);
        right.getStyleClass().add("lab-right");
        setTop(head());
        setLeft(leftScroll);
        setCenter(scroll(right));
        choose(Attack.REBUILD);
        setVisible(false);
        setManaged(false);
    }

    private HBox head() {
        Label title = new Label("Attack lab");
        title.getStyleClass().add("chart-title");
        title.setMinWidth(USE_PREF_SIZE);
        Segments<Attack> tabs =
                new Segments<>(
                        List.of(Attack.values()),
                        List.of("lab-rebuild", "lab-member", "lab-poison", "lab-free"),
                        Stream.of(Attack.values()).map(each -> each.name).toList());
        tabs.choose(Attack.REBUILD);
        tabs.onChange(this::choose);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button(null, Icons.CLOSE.node());
        close.setId("lab-close");
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.setTooltip(new Tooltip("Close (esc)"));
        close.setAccessibleText("Close the attack lab");
        close.setOnAction(_ -> dismiss());
        HBox head = new HBox(14, title, tabs, gap, close);
        head.getStyleClass().addAll("side-head", "lab-head");
        return head;
    }

    private static ScrollPane scroll(VBox content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("side-scroll");
        return scroll;
    }

    private static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().add("accent");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void choose(Attack next) {
        chosen = next;
        question.setText(next.question);
        boolean damage = next == Attack.POISON || next == Attack.FREE_RIDE;
        shields(next);
        there(viewed, next == Attack.MEMBERSHIP);
        there(tampering, damage);
        tampering.riding(next == Attack.FREE_RIDE);
        there(exhibition, false);
        there(verdict, false);
        there(aftermath, false);
        attack.setText(
                switch (next) {
                    case REBUILD -> "Attack its real update";
                    case MEMBERSHIP -> "Guess who was in";
                    case POISON, FREE_RIDE -> "See " + ROUNDS + " rounds of it";
                });
        refuse("");
        sketch(next == Attack.REBUILD);
    }

    /** A released model is what it is. */
    private void shields(Attack next) {
        boolean released = next == Attack.MEMBERSHIP && view.getValue() == Membership.View.RELEASED;
        choices.shields(!released, next == Attack.REBUILD);
    }

    private void sketch(boolean asked) {
        sketch.paper(asked ? data : null, palette);
        there(own, asked && data != null && data.image() != null);
    }

    /** Opens the lab, or closes it. */
    public void toggle() {
        boolean open = !isVisible();
        setVisible(open);
        setManaged(open);
        show(frame);
    }

    /** Closes the lab; whether it was open. */
    public boolean dismiss() {
        boolean was = isVisible();
        setVisible(false);
        setManaged(false);
        return was;
    }

    /** Another run, with these rows. */
    public void open(Dataset rows) {
        data = rows;
        working = false;
        choose(chosen);
        show(frame);
    }

    /** The node that the inspector shows. */
    public void inspect(@Nullable String node) {
        if (node != null) {
            choices.node(node);
        }
    }

    public void show(Frame newest) {
        frame = newest;
        if (!isVisible()) {
            return;
        }
        choices.offer(
                newest.state().nodes().list().stream().map(NodeState::id).toList(),
                Math.max(0, newest.state().points().size() - 1));
        attack.setDisable(working || !choices.isReady());
        own.setDisable(working || !choices.isReady());
        if (!working) {
            busy.setText(choices.isReady() ? "" : "Play a round first: then there is an update.");
        }
    }

    public void palette(Palette colours) {
        palette = colours;
        sketch(chosen == Attack.REBUILD);
    }

    private void attack() {
        switch (chosen) {
            case REBUILD -> asks.rebuild(choices.order(), null, new Reply<>(this::rebuilt));
            case MEMBERSHIP ->
                    asks.membership(
                            membershipOrder(), view.getValue(), new Reply<>(this::betrayed));
            case POISON, FREE_RIDE -> damage();
        }
    }

    /** The released model is what it is, whatever the switches say. */
    private Order membershipOrder() {
        Order order = choices.order();
        return view.getValue() == Membership.View.RELEASED
                ? new Order(order.round(), order.node(), Map.of())
                : order;
    }

    private void own() {
        if (sketch.isBlank()) {
            refuse("There is nothing on the sheet yet: draw with the mouse.");
            return;
        }
        asks.rebuild(choices.order(), sketch.drawn(), new Reply<>(this::rebuilt));
    }

    private void damage() {
        Order order = choices.order();
        Map<String, String> settings = new LinkedHashMap<>(order.changes());
        settings.remove("training.localSteps");
        settings.putAll(tampering.settings());
        asks.damage(
                order.round(),
                settings,
                List.of(order.node()),
                ROUNDS,
                done -> busy.setText("%d of %d rounds …".formatted(done, 2 * ROUNDS)),
                new Reply<>(this::damaged));
    }

    private void rebuilt(Rebuilt rebuilt) {
        if (data != null) {
            exhibition.show(rebuilt, data, palette);
            there(exhibition, chosen == Attack.REBUILD);
        }
    }

    private void betrayed(Betrayal betrayal) {
        verdict.show(betrayal, palette);
        there(verdict, chosen == Attack.MEMBERSHIP);
    }

    private void damaged(Harm harm) {
        aftermath.show(harm, palette);
        there(aftermath, chosen == Attack.POISON || chosen == Attack.FREE_RIDE);
    }

    private void refuse(String sentence) {
        refusal.setText(sentence);
        there(refusal, !sentence.isEmpty());
    }

    private static void there(Region part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }

    /** One attack at a time; its answer is for the run it was asked of. */
    private final class Reply<T> implements Asks.Answer<T> {
        private final Consumer<T> show;
        private final @Nullable Dataset of = data;

        Reply(Consumer<T> show) {
            this.show = show;
            working = true;
            refuse("");
            busy.setText("Working …");
            show(frame);
        }

        private void show(Frame newest) {
            LabView.this.show(newest);
        }

        @Override
        public void found(T found) {
            if (ended()) {
                show.accept(found);
            }
        }

        @Override
        public void refused(String sentence) {
            if (ended()) {
                refuse(sentence);
            }
        }

        private boolean ended() {
            boolean own = of == data;
            if (own) {
                working = false;
                show(frame);
                attack.requestFocus();
            }
            return own;
        }
    }
}
