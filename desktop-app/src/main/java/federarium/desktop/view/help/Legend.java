package federarium.desktop.view.help;

import federarium.desktop.control.Packet;
import federarium.desktop.control.Packet.Fill;
import federarium.desktop.control.Packet.Shape;
import federarium.desktop.theme.Palette;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;

/** What travels in the picture, and who could read it. */
final class Legend extends GridPane {
    private static final double SIDE = 13;

    Legend() {
        setId("legend");
        getStyleClass().add("help-grid");
    }

    void palette(Palette palette) {
        getChildren().clear();
        row(palette, Shape.SQUARE, Fill.PLAIN, "the model, on its way to a node");
        row(palette, Shape.DIAMOND, Fill.PLAIN, "an update, to be read number by number");
        row(palette, Shape.DIAMOND, Fill.SPECKLED, "an update that its node noised");
        row(palette, Shape.DIAMOND, Fill.HATCHED, "an update that is masked: only the sum tells");
        row(palette, Shape.DIAMOND, Fill.SEALED, "an update that is encrypted");
    }

    private void row(Palette palette, Shape shape, Fill fill, String meaning) {
        StackPane field = new StackPane(new Packet(shape, fill, SIDE, palette));
        field.setMinSize(24, 20);
        GridPane.setHalignment(field, HPos.CENTER);
        addRow(getRowCount(), field, new Label(meaning));
    }
}
