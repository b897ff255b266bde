package federarium.desktop.control;

import federarium.desktop.theme.Palette;
import javafx.scene.Group;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;

/** The mark of what was refused: two strokes across each other. */
public final class Cross extends Group {
    private static final double WIDTH = 2.25;

    /**
     * A cross around the origin.
     *
     * @param half half its side
     */
    public Cross(double half, Palette palette) {
        setMouseTransparent(true);
        getChildren().addAll(stroke(half, half, palette), stroke(half, -half, palette));
    }

    private static Line stroke(double x, double y, Palette palette) {
        Line line = new Line(-x, -y, x, y);
        line.setStroke(palette.danger());
        line.setStrokeWidth(WIDTH);
        line.setStrokeLineCap(StrokeLineCap.ROUND);
        return line;
    }

    /** The same around a point of a canvas. */
    public static void paint(GraphicsContext g, Palette palette, double x, double y, double half) {
        g.setStroke(palette.danger());
        g.setLineWidth(WIDTH);
        g.setLineDashes();
        g.setLineCap(StrokeLineCap.ROUND);
        g.strokeLine(x - half, y - half, x + half, y + half);
        g.strokeLine(x - half, y + half, x + half, y - half);
        g.setLineCap(StrokeLineCap.BUTT);
    }
}
