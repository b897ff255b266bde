package federarium.desktop.view.stepper;

import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Noising;
import federarium.event.Step;
import federarium.scenario.Mode;
import federarium.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The five steps of a round, the active one lit, and one sentence with this round's numbers. */
public final class StepStrip extends VBox {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private final List<HBox> steps = new ArrayList<>();
    private final Label sentence = new Label();
    private Mode mode = new Mode.Synchronous();
    private @Nullable Scenario scenario;
    private double measured;
    private double highest;

    public StepStrip() {
        setId("steps");
        getStyleClass().add("steps");
        HBox row = new HBox();
        row.setMinWidth(0);
        row.getStyleClass().add("steps-row");
        for (int i = 0; i < Step.values().length; i++) {
            if (i > 0) {
                Region line = new Region();
                line.getStyleClass().add("step-line");
                HBox.setHgrow(line, Priority.ALWAYS);
                row.getChildren().add(line);
            }
            HBox step = step(i);
            steps.add(step);
            row.getChildren().add(step);
        }
        sentence.setId("step-sentence");
        sentence.getStyleClass().add("step-sentence");
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setAlignment(Pos.CENTER);
        sentence.setTextAlignment(TextAlignment.CENTER);
        getChildren().addAll(row, sentence);
    }

    private static HBox step(int index) {
        Label number = new Label(Integer.toString(index + 1));
        number.getStyleClass().add("step-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        Label name = new Label(names(new Mode.Synchronous()).get(index));
        name.getStyleClass().add("step-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox step = new HBox(number, name);
        step.setId("step-" + (index + 1));
        step.getStyleClass().add("step");
        step.setMinWidth(Region.USE_PREF_SIZE);
        return step;
    }

    /** What the steps are called. */
    private static List<String> names(Mode mode) {
        return switch (mode) {
            case Mode.Synchronous _ ->
                    List.of(
                            "choose and send",
                            "train",
                            "protect and send",
                            "combine",
                            "test and reward");
            case Mode.FedAsync _, Mode.FedBuff _ ->
                    List.of("fill free places", "train", "arrive", "combine", "test and reward");
            case Mode.Gossip _ ->
                    List.of("wake", "train", "send to neighbours", "mix", "test and reward");
        };
    }

    /** The scenario that is played: it decides what the steps are. */
    public void show(Scenario scenario) {
        this.scenario = scenario;
        measured = 0;
        mode = scenario.mode();
        List<String> names = names(mode);
        for (int i = 0; i < names.size(); i++) {
            ((Label) steps.get(i).getChildren().get(1)).setText(names.get(i));
        }
    }

    /** As high as the highest sentence was, lest the picture above jump from step to step. */
    private void keepHeight() {
        double wide = sentence.getWidth();
        if (wide != measured) {
            measured = wide;
            highest = 0;
        }
        if (wide > 0) {
            highest = Math.max(highest, sentence.prefHeight(wide));
            sentence.setMinHeight(highest);
        }
    }

    /** Where there is little room only the active step keeps its name. */
    @Override
    protected void layoutChildren() {
        boolean narrow = getWidth() < 640;
        for (HBox step : steps) {
            boolean named = !narrow || step.getPseudoClassStates().contains(ACTIVE);
            Label name = (Label) step.getChildren().get(1);
            if (name.isManaged() != named) {
                name.setManaged(named);
                name.setVisible(named);
            }
        }
        super.layoutChildren();
    }

    private Noising noising(Frame frame) {
        Scenario settings = scenario;
        return settings == null ? Noising.NONE : Noising.of(settings, frame.state(), frame.round());
    }

    public void show(Frame frame) {
        Step current = frame.step();
        boolean over = !frame.running();
        for (int i = 0; i < steps.size(); i++) {
            boolean active = !over && current != null && i == current.ordinal();
            boolean done = current != null && (over || i < current.ordinal());
            steps.get(i).pseudoClassStateChanged(ACTIVE, active);
            steps.get(i).pseudoClassStateChanged(DONE, done);
        }
        sentence.setText(Sentences.of(frame, mode, noising(frame)));
        keepHeight();
        requestLayout();
    }
}
