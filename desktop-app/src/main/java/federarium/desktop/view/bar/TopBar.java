package federarium.desktop.view.bar;

import federarium.desktop.control.Segments;
import federarium.desktop.feed.Frame;
import federarium.desktop.text.Turn;
import federarium.desktop.theme.Icons;
import federarium.projection.FederationState.Status;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The bar on top: what runs, how fast, and how far it is. */
public final class TopBar extends HBox {
    private static final List<Double> SPEEDS =
            List.of(0.25, 0.5, 1.0, 2.0, 5.0, Double.POSITIVE_INFINITY);

    private final ComboBox<Choice> scenarios = new ComboBox<>();
    private final Button play = button("play", Icons.PLAY, "Play");
    private final Button step = button("step", Icons.STEP, "One step (→)");
    private final Button round = button("round-step", Icons.ROUND, "To the end of the round (⇧ →)");
    private final Button reset = button("reset", Icons.RESET, "Start over (home)");
    private final Segments<Double> speeds =
            new Segments<>(
                    SPEEDS,
                    List.of(
                            "speed-quarter",
                            "speed-half",
                            "speed-1",
                            "speed-2",
                            "speed-5",
                            "speed-max"),
                    List.of("¼×", "½×", "1×", "2×", "5×", "max"));
    private final Label progress = new Label("Round 0");
    private final ProgressBar done = new ProgressBar(0);
    private final ToggleButton motion =
            toggle("reduce-motion", Icons.MOTION, "Counts instead of moving packets");
    private final Button theme = button("theme", Icons.MOON, "Light or dark");
    private final ToggleButton inspector = toggle("toggle-inspector", Icons.PANEL, "Inspector (I)");
    private final Button help = button("help-button", Icons.HELP, "Keys (?)");
    private boolean showing;
    private boolean wasPlaying;
    private Turn turn = Turn.ROUND;

    /** A scenario to pick. */
    public record Choice(String name, String title) {}

    /** What the bar asks for. */
    public interface Asks {
        void scenario(String name);

        void playOrPause();

        void step();

        void round();

        void reset();

        void speed(double factor);

        void reduceMotion(boolean reduced);

        void theme();

        void inspector(boolean shown);

        void help();
    }

    public TopBar(Asks asks) {
        setId("top-bar");
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        play.getStyleClass().add("accent");
        scenarios.setId("scenario");
        scenarios.setAccessibleText("Scenario");
        scenarios.setCellFactory(_ -> new ChoiceCell());
        scenarios.setButtonCell(new ChoiceCell());
        scenarios.setMinWidth(150);
        progress.setId("round-label");
        progress.getStyleClass().add("round-label");
        progress.setMinWidth(Region.USE_PREF_SIZE);
        done.setId("round-progress");
        done.setMaxWidth(Double.MAX_VALUE);
        done.getStyleClass().add("small");
        VBox where = new VBox(progress, done);
        where.getStyleClass().add("where");
        where.setMinWidth(112);
        where.setAlignment(Pos.CENTER_LEFT);
        speeds.choose(1.0);
        listen(asks);
        HBox transport = new HBox(reset, play, step, round);
        transport.getStyleClass().add("transport");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox tools = new HBox(motion, theme, inspector, help);
        tools.getStyleClass().add("tools");
        getChildren().addAll(brand(), scenarios, transport, speeds, where, gap, tools);
    }

    private static HBox brand() {
        ImageView icon = new ImageView(Icons.application(64));
        icon.setFitWidth(26);
        icon.setFitHeight(26);
        icon.setSmooth(true);
        Label name = new Label("Federarium");
        name.getStyleClass().add("brand-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox brand = new HBox(icon, name);
        brand.getStyleClass().add("brand");
        return brand;
    }

    private void listen(Asks asks) {
        play.setOnAction(_ -> asks.playOrPause());
        step.setOnAction(_ -> asks.step());
        round.setOnAction(_ -> asks.round());
        reset.setOnAction(_ -> asks.reset());
        theme.setOnAction(_ -> asks.theme());
        help.setOnAction(_ -> asks.help());
        speeds.onChange(asks::speed);
        motion.selectedProperty().addListener((_, _, on) -> asks.reduceMotion(on));
        inspector.selectedProperty().addListener((_, _, on) -> asks.inspector(on));
        scenarios
                .valueProperty()
                .addListener((_, _, choice) -> {
                    if (!showing && choice != null) {
                        asks.scenario(choice.name());
                    }
                });
    }

    /** The scenarios to pick from. */
    public void scenarios(List<Choice> choices) {
        scenarios.getItems().setAll(choices);
    }

    /** The scenario that runs; one that is not among the choices is shown all the same. */
    public void scenario(String name, String title) {
        showing = true;
        scenarios.setValue(
                scenarios.getItems().stream()
                        .filter(choice -> choice.name().equals(name))
                        .findFirst()
                        .orElseGet(() -> new Choice(name, title)));
        showing = false;
    }

    /** The name of the scenario that is picked. */
    public String scenario() {
        Choice choice = scenarios.getValue();
        return choice == null ? "" : choice.name();
    }

    /** What is counted. */
    public void turn(Turn turn) {
        this.turn = turn;
    }

    /** Shows how far the run is, and whether it plays. */
    public void show(Frame frame, boolean playing) {
        int rounds = frame.state().run() == null ? 0 : frame.state().run().rounds();
        progress.setText(turn.title() + " " + frame.round() + " of " + rounds);
        done.setProgress(
                rounds == 0 ? 0 : Math.min(1, (frame.state().points().size() - 1.0) / rounds));
        boolean over = frame.state().outcome().status() != Status.RUNNING;
        if (playing != wasPlaying) {
            wasPlaying = playing;
            play.setGraphic((playing ? Icons.PAUSE : Icons.PLAY).node());
            play.setAccessibleText(playing ? "Pause" : "Play");
            play.getTooltip().setText(playing ? "Pause (space)" : "Play (space)");
        }
        play.setDisable(over || !frame.ready());
        step.setDisable(over || !frame.ready());
        round.setDisable(over || !frame.ready());
    }

    public void dark(boolean dark) {
        theme.setGraphic((dark ? Icons.SUN : Icons.MOON).node());
    }

    public void inspector(boolean shown) {
        inspector.setSelected(shown);
    }

    public void reducedMotion(boolean reduced) {
        motion.setSelected(reduced);
    }

    /** Narrow windows do without the application's name. */
    @Override
    protected void layoutChildren() {
        HBox brand = (HBox) getChildren().getFirst();
        boolean roomy = getWidth() > 1120;
        scenarios.setPrefWidth(getWidth() > 1300 ? 340 : roomy ? 250 : 190);
        brand.getChildren().get(1).setVisible(roomy);
        brand.getChildren().get(1).setManaged(roomy);
        super.layoutChildren();
    }

    private static Button button(String id, Icons icon, String tip) {
        Button button = new Button();
        return dress(button, id, icon, tip);
    }

    private static ToggleButton toggle(String id, Icons icon, String tip) {
        return dress(new ToggleButton(), id, icon, tip);
    }

    private static <B extends ButtonBase> B dress(B button, String id, Icons icon, String tip) {
        button.setId(id);
        button.setGraphic(icon.node());
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.getStyleClass().add("button-icon");
        return button;
    }

    /** A scenario's title, with its name where there is room. */
    private static final class ChoiceCell extends ListCell<Choice> {
        @Override
        protected void updateItem(Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty || choice == null ? null : choice.title());
        }
    }
}
