package federarium.desktop.view.knobs;

import federarium.desktop.theme.Palette;
import federarium.event.FederationEvent.RunStarted;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** Which colour stands for which label. */
public final class LabelKey extends VBox {
    private static final int MOST = 20;

    private final FlowPane swatches = new FlowPane();
    private List<String> names = List.of();
    private Palette palette = Palette.LIGHT;

    LabelKey() {
        setId("label-key");
        Label title = new Label("Labels");
        title.getStyleClass().add("section-title");
        swatches.getStyleClass().add("swatches");
        getStyleClass().add("label-key");
        getChildren().addAll(title, swatches);
    }

    public void palette(Palette palette) {
        this.palette = palette;
        fill();
    }

    void show(@Nullable RunStarted run) {
        List<String> next = run == null ? List.of() : run.labels();
        if (!next.equals(names)) {
            names = next;
            fill();
        }
    }

    private void fill() {
        setVisible(!names.isEmpty());
        swatches.getChildren().clear();
        for (int i = 0; i < Math.min(MOST, names.size()); i++) {
            Rectangle swatch = new Rectangle(10, 10, palette.label(i));
            swatch.setArcWidth(4);
            swatch.setArcHeight(4);
            Label name = new Label(names.get(i), swatch);
            name.getStyleClass().add("swatch");
            swatches.getChildren().add(name);
        }
    }
}
