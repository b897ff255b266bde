package federarium.desktop.view.knobs;

import federarium.desktop.control.Knob;
import federarium.desktop.control.Scale;
import federarium.desktop.feed.Frame;
import federarium.desktop.text.Figures;
import federarium.desktop.text.Refusal;
import federarium.desktop.text.Turn;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import federarium.scenario.Scenario.Partition;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The six settings that matter most; three act in mid-run, three start over. */
public final class KnobPanel extends ScrollPane {
    private static final String OWN_NODES = "The data say whose row is whose.";

    private final Skew skewReading = new Skew();
    private final Knob nodes =
            new Knob(
                    "nodes",
                    "Nodes",
                    "How many take part. Starts a new run.",
                    Numbers.whole(Scale.wholeLogarithmic(2, 1000), "8"));
    private final Knob skew =
            new Knob(
                            "skew",
                            "Skew",
                            "How unevenly labels are dealt: Dirichlet's alpha. Starts a new run.",
                            skewReading)
                    .withEnds("even", "one label each");
    private final Knob fraction =
            new Knob("fraction", "", "", Numbers.share(Scale.linear(0.01, 1, 0.01)));
    private final Knob epochs =
            new Knob(
                    "epochs",
                    "Local epochs",
                    "Passes over its own rows that a node makes. Acts from the next round on.",
                    Numbers.whole(Scale.linear(1, 20, 1), "5"));
    private final Knob rate =
            new Knob(
                    "rate",
                    "Learning rate",
                    "Step size of local training. Acts from the next round on.",
                    Numbers.decimal(Scale.logarithmic(0.0001, 10), "0.1"));
    private final Knob seed =
            new Knob(
                    "seed",
                    "Seed",
                    "All that is drawn follows from it. Starts a new run.",
                    Numbers.whole(Scale.linear(1, 100, 1), "1"));
    private final Label live = new Label();
    private final LabelKey labels = new LabelKey();
    private final Asks asks;
    private Scenario scenario;

    /** What the panel asks for. */
    public interface Asks {
        /**
         * A setting that acts from the next round on.
         *
         * @throws BadInputException if it can't
         */
        void change(String key, String value);

        /**
         * A new run with these settings.
         *
         * @param before what the old run's curve is to be called
         * @throws BadInputException if it can't
         */
        void restart(Map<String, String> changes, String before);

        /** All the other settings, too. */
        void more();
    }

    public KnobPanel(Scenario scenario, Asks asks) {
        this.scenario = scenario;
        this.asks = asks;
        setId("knobs");
        getStyleClass().addAll("knobs", "edge-to-edge");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Button another = new Button("next");
        another.setId("next-seed");
        another.getStyleClass().add("small");
        another.setMinWidth(USE_PREF_SIZE);
        another.setTooltip(new Tooltip("The same with the next seed"));
        another.setOnAction(_ -> seed.choose(seed.value() + 1));
        seed.withInstead(another);
        Button more = new Button("More …");
        more.setId("more-settings");
        more.getStyleClass().add("small");
        more.setMaxWidth(Double.MAX_VALUE);
        more.setTooltip(new Tooltip("Every setting of this scenario"));
        more.setOnAction(_ -> asks.more());
        Label anew = new Label("With a new run");
        live.getStyleClass().add("section-title");
        anew.getStyleClass().add("section-title");
        VBox content =
                new VBox(live, fraction, epochs, rate, anew, nodes, skew, seed, more, labels);
        content.getStyleClass().add("knobs-content");
        setContent(content);
        listen();
        show(scenario);
    }

    private void listen() {
        fraction.onChange(value -> live(fraction, "cohort.fraction", Numbers.plain(value)));
        epochs.onChange(value -> live(epochs, "training.localEpochs", whole(value)));
        rate.onChange(value -> live(rate, "training.learningRate", Numbers.plain(value)));
        nodes.onChange(value ->
                anew(
                        nodes,
                        Map.of("clients", whole(value)),
                        scenario.clients() == null
                                ? "natural nodes"
                                : Figures.many(scenario.clients(), "node")));
        skew.onChange(
                value -> anew(skew, Skew.keys(value), skewReading.write(skewReading.of(scenario))));
        seed.onChange(value -> anew(seed, Map.of("seed", whole(value)), "seed " + scenario.seed()));
    }

    private static String whole(double value) {
        return Long.toString(Math.round(value));
    }

    private void live(Knob knob, String key, String value) {
        try {
            asks.change(key, value);
            knob.refuse(null);
        } catch (BadInputException e) {
            knob.refuse(Refusal.words(e));
        }
    }

    private void anew(Knob knob, Map<String, String> changes, String before) {
        try {
            asks.restart(changes, before);
            knob.refuse(null);
        } catch (BadInputException e) {
            knob.refuse(Refusal.words(e));
        }
    }

    /** Shows the settings of a scenario that has just been opened. */
    public void show(Scenario scenario) {
        this.scenario = scenario;
        boolean natural = scenario.data().partition() instanceof Partition.Natural;
        Integer clients = scenario.clients();
        nodes.show(clients == null ? Scenario.DEFAULT_CLIENTS : clients);
        skew.show(skewReading.of(scenario));
        fraction.show(scenario.cohort().fraction());
        epochs.show(scenario.training().localEpochs());
        rate.show(scenario.training().learningRate());
        Turnout turnout = new Turnout(scenario);
        fraction.call(turnout.name(), turnout.meaning());
        live.setText("From the next " + Turn.of(scenario.mode()).word() + " on");
        seed.show(scenario.seed());
        lock(natural ? OWN_NODES : null);
    }

    private void lock(@Nullable String reason) {
        nodes.lock(reason);
        skew.lock(reason);
        nodes.hint(reason == null ? "" : reason);
    }

    /** Says what the settings amount to in this run. */
    public void show(Frame frame) {
        int all = frame.state().nodes().size();
        if (all > 0) {
            fraction.hint(new Turnout(scenario).amountsTo(fraction.value(), all));
            if (scenario.clients() == null) {
                nodes.show(all);
            }
        }
        labels.show(frame.state().run());
    }

    /** The colours that stand for labels, and what a refused value looks like. */
    public LabelKey labels() {
        return labels;
    }
}
