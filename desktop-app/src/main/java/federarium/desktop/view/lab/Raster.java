package federarium.desktop.view.lab;

import federarium.data.ImageShape;
import federarium.desktop.theme.Palette;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/** Draws a row that is a picture, as ink on paper. */
final class Raster {
    private Raster() {}

    /** Values from least to most; what lies beyond is cut to it. */
    record Ink(double least, double most) {
        static Ink of(List<Double> values) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (double each : values) {
                least = Math.min(least, each);
                most = Math.max(most, each);
            }
            return new Ink(least, most);
        }

        double of(double value) {
            return most > least ? Math.clamp((value - least) / (most - least), 0, 1) : 0;
        }
    }

    static void paint(
            GraphicsContext g,
            ImageShape shape,
            List<Double> values,
            Ink ink,
            Palette palette,
            double side) {
        double pixel = side / Math.max(shape.width(), shape.height());
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                double value = values.get(y * shape.width() + x);
                g.setFill(palette.background().interpolate(palette.text(), ink.of(value)));
                g.fillRect(x * pixel, y * pixel, pixel + .5, pixel + .5);
            }
        }
        g.setStroke(palette.edge());
        g.setLineWidth(1);
        g.strokeRect(.5, .5, side - 1, side - 1);
    }
}
