package federarium.desktop.control;

import federarium.desktop.theme.Palette;
import java.util.Locale;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/**
 * What travels: a square or a diamond around the origin, kept as a bitmap, so that moving it draws
 * no shape.
 */
public final class Packet extends Group {
    /** Side of a diamond that a lock fits into. */
    private static final double ROOM_FOR_A_LOCK = 14;

    private static final String LOCK =
            "M-3.4 -0.6 H3.4 V4.4 H-3.4 Z M-2.5 -0.6 V-2 A2.5 2.5 0 0 1 2.5 -2 V-0.6 H1.3 V-2"
                    + " A1.3 1.3 0 0 0 -1.3 -2 V-0.6 Z";

    /** Speckles by their places in a square from −1 to 1. */
    private static final double[][] SPECKLES = {
        {-.5, -.45}, {.3, -.5}, {-.05, 0}, {-.45, .45}, {.5, .35}
    };

    /** The outline: it says which way something goes. */
    public enum Shape {
        SQUARE,
        DIAMOND
    }

    /** What is inside: it says who could read it. */
    public enum Fill {
        PLAIN,
        SPECKLED,
        HATCHED,
        SEALED
    }

    public Packet(Shape shape, Fill fill, double side, Palette palette) {
        boolean diamond = shape == Shape.DIAMOND;
        double wide = fill == Fill.SEALED ? Math.max(side, ROOM_FOR_A_LOCK) : side;
        Color colour = diamond ? palette.pooled() : palette.accent();
        Rectangle body = new Rectangle(-wide / 2, -wide / 2, wide, wide);
        body.setFill(colour);
        body.setStroke(palette.background());
        body.setStrokeWidth(1.5);
        Group turned = new Group(body);
        turned.setRotate(diamond ? 45 : 0);
        getChildren().add(turned);
        switch (fill) {
            case PLAIN -> {}
            case SPECKLED -> speckle(turned, wide / 2, palette.background());
            case HATCHED -> hatch(turned, body, colour, palette.background());
            case SEALED -> getChildren().add(lock(palette.background()));
        }
        getStyleClass().addAll("packet", word(shape), word(fill));
        setMouseTransparent(true);
        setCache(true);
    }

    private static String word(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static void speckle(Group turned, double half, Color ground) {
        for (double[] place : SPECKLES) {
            Circle speckle = new Circle(place[0] * half, place[1] * half, half / 6.5, ground);
            turned.getChildren().add(speckle);
        }
    }

    /** Stripes along the sides, which lie slanted in a diamond. */
    private static void hatch(Group turned, Rectangle body, Color colour, Color ground) {
        double half = body.getWidth() / 2 - 1;
        body.setX(-half);
        body.setY(-half);
        body.setWidth(2 * half);
        body.setHeight(2 * half);
        body.setFill(ground);
        body.setStroke(colour);
        body.setStrokeWidth(1.2);
        for (double y : new double[] {-half / 2, 0, half / 2}) {
            Line stripe = new Line(-half, y, half, y);
            stripe.setStroke(colour);
            stripe.setStrokeWidth(1.2);
            turned.getChildren().add(stripe);
        }
    }

    private static SVGPath lock(Color ground) {
        SVGPath lock = new SVGPath();
        lock.setContent(LOCK);
        lock.setFill(ground);
        return lock;
    }
}
