package federarium.desktop.view.odds;

import federarium.desktop.control.Drawing;
import federarium.desktop.theme.Palette;
import java.util.function.Supplier;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import org.jspecify.annotations.Nullable;

/** A hundred guessers in rows of twenty: those who are right come first. */
final class Crowd {
    /** Pixels that a guesser takes up. */
    static final double WIDE = 13;

    static final double HIGH = 19;

    private static final int ROW = 20;

    private Crowd() {}

    /** Why a guesser is right, or that he is not. */
    enum Guesser {
        CHANCE,
        BEST,
        CEILING,
        WRONG;

        /**
         * The guesser at that place.
         *
         * @param best the best guesser's chance to be right, or null while it is not known
         */
        static Guesser at(int place, double ceiling, @Nullable Double best) {
            if (place < 50) {
                return CHANCE;
            }
            if (best != null && place < Math.round(100 * best)) {
                return BEST;
            }
            return place < Math.round(100 * ceiling) ? CEILING : WRONG;
        }
    }

    static void paint(GraphicsContext g, Palette palette, double ceiling, @Nullable Double best) {
        for (int place = 0; place < 100; place++) {
            Guesser guesser = Guesser.at(place, ceiling, best);
            paint(g, palette, guesser, place % ROW * WIDE, place / ROW * HIGH);
        }
    }

    /** A head and shoulders. */
    static void paint(
            GraphicsContext g, Palette palette, Guesser guesser, double left, double top) {
        Color line = guesser == Guesser.CHANCE ? palette.muted() : palette.privacy();
        g.setFill(
                switch (guesser) {
                    case CHANCE -> palette.muted();
                    case BEST -> palette.privacy();
                    case CEILING -> palette.background().interpolate(palette.privacy(), 0.32);
                    case WRONG -> Color.TRANSPARENT;
                });
        g.setStroke(guesser == Guesser.WRONG ? palette.ghost() : line);
        g.setLineWidth(1);
        double middle = left + WIDE / 2;
        g.fillOval(middle - 2.5, top + 1.5, 5, 5);
        g.strokeOval(middle - 2.5, top + 1.5, 5, 5);
        g.fillArc(middle - 4.5, top + 8, 9, 14, 0, 180, ArcType.CHORD);
        g.strokeArc(middle - 4.5, top + 8, 9, 14, 0, 180, ArcType.CHORD);
    }

    /** A picture of one, for the key. */
    static Drawing swatch(Guesser guesser, Supplier<Palette> palette) {
        Drawing drawing = new Drawing((g, _, _) -> paint(g, palette.get(), guesser, 0, 0));
        drawing.setMinSize(WIDE, HIGH - 2);
        drawing.setPrefSize(WIDE, HIGH - 2);
        drawing.setMaxSize(WIDE, HIGH - 2);
        return drawing;
    }
}
