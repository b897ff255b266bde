package federarium.desktop.view.help;

import federarium.desktop.control.Cross;
import federarium.desktop.control.Packet;
import federarium.desktop.control.Packet.Fill;
import federarium.desktop.control.Packet.Shape;
import federarium.desktop.theme.Palette;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;

/** What travels in the picture and who could read it, and the marks at nodes. */
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
        row(new Cross(4, palette), "refused by the rule in this round");
        row(new Circle(4.5, palette.coin()), "a node’s credits, and what the last round gave");
    }

    private void row(Palette palette, Shape shape, Fill fill, String meaning) {
        row(new Packet(shape, fill, SIDE, palette), meaning);
    }

    private void row(Node picture, String meaning) {
        StackPane field = new StackPane(picture);
        field.setMinSize(24, 20);
        GridPane.setHalignment(field, HPos.CENTER);
        addRow(getRowCount(), field, new Label(meaning));
    }
}
