package federarium.desktop.control;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A row of choices of which one is taken. */
public final class Segments<T> extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final List<T> values;

    /**
     * @param ids ids of the buttons, in order
     * @param names what they say
     */
    public Segments(List<T> values, List<String> ids, List<String> names) {
        this.values = values;
        getStyleClass().add("segments");
        for (int i = 0; i < values.size(); i++) {
            ToggleButton button = new ToggleButton(names.get(i));
            button.setId(ids.get(i));
            button.setToggleGroup(group);
            button.getStyleClass()
                    .add(
                            i == 0
                                    ? "left-pill"
                                    : i == values.size() - 1 ? "right-pill" : "center-pill");
            button.setMinWidth(USE_PREF_SIZE);
            getChildren().add(button);
        }
    }

    public void choose(T value) {
        group.selectToggle(group.getToggles().get(values.indexOf(value)));
    }

    /** Told of choices; one is always taken, so clicking it again changes nothing. */
    public void onChange(Consumer<T> listener) {
        group.selectedToggleProperty()
                .addListener((_, old, chosen) -> {
                    if (chosen == null) {
                        group.selectToggle(old);
                    } else if (old != null) {
                        listener.accept(values.get(group.getToggles().indexOf(chosen)));
                    }
                });
    }
}
