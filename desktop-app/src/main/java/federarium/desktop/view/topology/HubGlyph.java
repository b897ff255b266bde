package federarium.desktop.view.topology;

import federarium.desktop.theme.Fonts;
import federarium.desktop.theme.Palette;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.RadialGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Text;

/** The coordinator: a hexagon with the global model's headline measure inside. */
final class HubGlyph extends Group {
    private final Circle glow = new Circle();
    private final Polygon body = new Polygon();
    private final Text measure = new Text("–");
    private final Rectangle plate = new Rectangle(0, 0, 0, 18);
    private final Text word = new Text("coordinator");
    private double radius;
    private boolean absent;

    HubGlyph() {
        setId("coordinator");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
        glow.setOpacity(0);
        glow.setCache(true);
        body.setCache(true);
        body.setStrokeLineJoin(StrokeLineJoin.ROUND);
        word.setId("coordinator-word");
        measure.setTextOrigin(VPos.CENTER);
        word.setTextOrigin(VPos.TOP);
        measure.layoutBoundsProperty().addListener((_, _, _) -> centre());
        word.layoutBoundsProperty().addListener((_, _, _) -> underline());
        getChildren().addAll(glow, plate, body, measure, word);
    }

    /**
     * Takes its place and colours.
     *
     * @param absent whether there is no coordinator: then there is no hexagon, only the measure of
     *     the mean of all models, which nobody has
     */
    void place(Arrangement arrangement, Palette palette, boolean absent) {
        radius = arrangement.hubRadius();
        setLayoutX(Math.round(arrangement.hubX()));
        setLayoutY(Math.round(arrangement.hubY()));
        body.getPoints().clear();
        for (int corner = 0; corner < 6; corner++) {
            double angle = Math.PI / 3 * corner - Math.PI / 2;
            body.getPoints().addAll(radius * Math.cos(angle), radius * Math.sin(angle));
        }
        Color accent = palette.accent();
        this.absent = absent;
        body.setVisible(!absent);
        glow.setVisible(!absent);
        body.setFill(palette.background().interpolate(accent, 0.1));
        body.setStroke(accent);
        body.setStrokeWidth(2.5);
        glow.setRadius(radius * 1.9);
        glow.setFill(
                new RadialGradient(
                        0,
                        0,
                        0.5,
                        0.5,
                        0.5,
                        true,
                        CycleMethod.NO_CYCLE,
                        new Stop(0.45, accent.deriveColor(0, 1, 1, 0.5)),
                        new Stop(1, accent.deriveColor(0, 1, 1, 0))));
        measure.setStyle(Fonts.style(true, radius < 34 ? 13 : radius < 46 ? 15 : 18));
        measure.setFill(palette.text());
        word.setStyle(Fonts.style(false, 12));
        word.setFill(palette.muted());
        double below = absent ? 12 : radius + 6;
        word.setY(below);
        plate.setFill(palette.background());
        plate.setY(below - 2);
        underline();
        centre();
    }

    void show(String headline) {
        if (!measure.getText().equals(headline)) {
            measure.setText(headline);
            centre();
            setAccessibleText(
                    (absent
                                    ? "No coordinator; mean of all models at "
                                    : "Coordinator, global model at ")
                            + headline);
        }
    }

    /** What is written below the hexagon. */
    void say(String words) {
        if (!word.getText().equals(words)) {
            word.setText(words);
            underline();
        }
    }

    private void underline() {
        double wide = word.getLayoutBounds().getWidth();
        word.setX(-wide / 2);
        plate.setX(-wide / 2 - 4);
        plate.setWidth(wide + 8);
    }

    /** From 0, at rest, to 1, as bright as it gets. */
    void glow(double strength) {
        if (glow.getOpacity() != strength) {
            glow.setOpacity(strength);
            double scale = 1 + 0.06 * strength;
            body.setScaleX(scale);
            body.setScaleY(scale);
        }
    }

    private void centre() {
        measure.setX(-measure.getLayoutBounds().getWidth() / 2);
    }
}
