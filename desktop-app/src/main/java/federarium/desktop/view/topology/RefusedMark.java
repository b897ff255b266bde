package federarium.desktop.view.topology;

import federarium.desktop.control.Cross;
import federarium.desktop.theme.Fonts;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.topology.Arrangement.Lettering;
import federarium.desktop.view.topology.Arrangement.Seat;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** On top of a node whose update the rule refused: a cross, and the word where there is room. */
final class RefusedMark extends Group {
    private static final double HIGH = 16;

    RefusedMark() {
        getStyleClass().add("refused-mark");
        setMouseTransparent(true);
        setVisible(false);
    }

    void place(Seat seat, Lettering lettering, Palette palette) {
        Text word = new Text(lettering == Lettering.FULL ? "refused" : "");
        word.setStyle(Fonts.style(true, 11));
        word.setFill(palette.danger());
        word.setTextOrigin(VPos.CENTER);
        double letters = word.getText().isEmpty() ? 0 : 46;
        double wide = HIGH + letters;
        Rectangle plate = new Rectangle(-wide / 2, -HIGH / 2, wide, HIGH);
        plate.setArcWidth(HIGH);
        plate.setArcHeight(HIGH);
        plate.setFill(palette.background());
        plate.setStroke(palette.danger());
        plate.setStrokeWidth(1.25);
        Cross cross = new Cross(3, palette);
        cross.setTranslateX(-letters / 2);
        word.setX(-letters / 2 + 7);
        setTranslateY(-seat.radius());
        getChildren().setAll(plate, cross, word);
    }
}
