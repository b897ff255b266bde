package federarium.desktop.control;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A setting as a person turns it: its name, its value to type, a slider where it has a range, and a
 * line below for what there is to say. A drag is reported once it rests.
 */
public final class Knob extends VBox {
    private static final Duration REST = Duration.millis(220);

    private final Label title = new Label();
    private final Tooltip meaning = new Tooltip();
    private final TextField field = new TextField();
    private final Slider slider = new Slider(0, 1, 0);
    private final Label note = new Label();
    private final HBox ends = new HBox();
    private final PauseTransition rest = new PauseTransition(REST);
    private final Reading reading;
    private Consumer<Double> listener = _ -> {};
    private double value;
    private boolean showing;
    private String hint = "";
    private @Nullable String refusal;

    /** How a knob's value is written and read. */
    public interface Reading {
        String write(double value);

        /**
         * The value that was typed.
         *
         * @throws IllegalArgumentException with a sentence for whoever typed it
         */
        double read(String text);

        Scale scale();
    }

    public Knob(String id, String name, String what, Reading reading) {
        this.reading = reading;
        setId("knob-" + id);
        getStyleClass().add("knob");
        title.getStyleClass().add("knob-title");
        title.setLabelFor(field);
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.setTooltip(meaning);
        field.setId("knob-" + id + "-field");
        field.getStyleClass().add("knob-field");
        slider.setId("knob-" + id + "-slider");
        slider.setBlockIncrement(0.05);
        note.setId("knob-" + id + "-note");
        note.getStyleClass().add("knob-note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.setManaged(false);
        note.setVisible(false);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, field);
        head.getStyleClass().add("knob-head");
        ends.getStyleClass().add("knob-ends");
        ends.setManaged(false);
        getChildren().addAll(head, slider, ends, note);
        call(name, what);
        listen();
    }

    /** Its name and what it means, which may differ from scenario to scenario. */
    public void call(String name, String what) {
        title.setText(name);
        meaning.setText(what);
        for (Control control : List.of(field, slider)) {
            control.setAccessibleText(name);
            control.setAccessibleHelp(what);
        }
    }

    /** Words below the ends of the slider. */
    public Knob withEnds(String left, String right) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label from = new Label(left);
        Label to = new Label(right);
        from.setMinWidth(Region.USE_PREF_SIZE);
        to.setMinWidth(Region.USE_PREF_SIZE);
        ends.getChildren().setAll(from, gap, to);
        ends.setManaged(true);
        return this;
    }

    /** Puts a control where the slider would be. */
    public Knob withInstead(javafx.scene.Node other) {
        getChildren().remove(slider);
        ((HBox) getChildren().getFirst()).getChildren().add(other);
        return this;
    }

    /** Told of values that a person chose. */
    public void onChange(Consumer<Double> listener) {
        this.listener = listener;
    }

    public double value() {
        return value;
    }

    /** Shows a value without reporting it. */
    public void show(double value) {
        rest.stop();
        this.value = value;
        refuse(null);
        write();
    }

    /** Chooses a value as if a person had. */
    public void choose(double value) {
        this.value = value;
        refuse(null);
        write();
        listener.accept(value);
    }

    /** A word on what the value means here; empty for none. */
    public void hint(String sentence) {
        hint = sentence;
        note();
    }

    /** Why the value cannot be used; null takes it back. */
    public void refuse(@Nullable String sentence) {
        refusal = sentence;
        note();
    }

    /** Locks the knob and says why, or unlocks it. */
    public void lock(@Nullable String reason) {
        field.setDisable(reason != null);
        slider.setDisable(reason != null);
        setOpacity(reason == null ? 1 : 0.75);
        Tooltip tip = reason == null ? null : new Tooltip(reason);
        Object old = getProperties().put("lock", tip == null ? "" : tip);
        if (old instanceof Tooltip before) {
            Tooltip.uninstall(this, before);
        }
        if (tip != null) {
            tip.setWrapText(true);
            tip.setMaxWidth(320);
            Tooltip.install(this, tip);
        }
        setAccessibleHelp(reason);
    }

    private void listen() {
        setAccessibleRole(AccessibleRole.PARENT);
        slider.valueProperty()
                .addListener((_, _, position) -> {
                    if (!showing) {
                        dragged(position.doubleValue());
                    }
                });
        slider.valueChangingProperty()
                .addListener((_, was, is) -> {
                    if (was && !is) {
                        rest.jumpTo(REST);
                    }
                });
        rest.setOnFinished(_ -> listener.accept(value));
        field.setOnAction(_ -> typed());
        field.focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused) {
                        typed();
                    }
                });
    }

    private void dragged(double position) {
        value = reading.scale().value(position);
        refuse(null);
        field.setText(reading.write(value));
        rest.playFromStart();
    }

    private void typed() {
        if (Objects.equals(field.getText(), reading.write(value))) {
            return;
        }
        try {
            choose(reading.read(field.getText().strip()));
        } catch (IllegalArgumentException e) {
            refuse(e.getMessage());
        }
    }

    private void write() {
        showing = true;
        slider.setValue(reading.scale().position(value));
        field.setText(reading.write(value));
        showing = false;
    }

    private void note() {
        String refused = refusal;
        String text = refused == null ? hint : refused;
        note.setText(text);
        note.setManaged(!text.isEmpty());
        note.setVisible(!text.isEmpty());
        note.pseudoClassStateChanged(
                javafx.css.PseudoClass.getPseudoClass("refused"), refused != null);
    }
}
