package federarium.desktop.view.topology;

import federarium.desktop.theme.Fonts;
import federarium.desktop.theme.Palette;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.shape.Polygon;
import javafx.scene.text.Text;

/** An edge aggregator: a small hexagon, as it is a coordinator to its nodes. */
final class JunctionGlyph extends Group {

    JunctionGlyph(Junction junction, Palette palette) {
        setId("edge-" + junction.edge());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(
                "Edge aggregator " + junction.edge() + " of " + junction.seats().size() + " nodes");
        setLayoutX(Math.round(junction.x()));
        setLayoutY(Math.round(junction.y()));
        Polygon body = new Polygon();
        for (int corner = 0; corner < 6; corner++) {
            double angle = Math.PI / 3 * corner - Math.PI / 2;
            body.getPoints()
                    .addAll(
                            junction.radius() * Math.cos(angle),
                            junction.radius() * Math.sin(angle));
        }
        body.setFill(palette.background().interpolate(palette.accent(), 0.1));
        body.setStroke(palette.accent());
        body.setStrokeWidth(1.5);
        Text name = new Text(junction.edge());
        name.setStyle(Fonts.style(true, junction.radius() < 12 ? 9 : 12));
        name.setFill(palette.text());
        name.setTextOrigin(VPos.CENTER);
        name.layoutBoundsProperty()
                .addListener((_, _, bounds) -> name.setX(-bounds.getWidth() / 2));
        name.setX(-name.getLayoutBounds().getWidth() / 2);
        setMouseTransparent(true);
        getChildren().addAll(body, name);
    }
}
