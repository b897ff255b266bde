package federarium.desktop.view.topology;

import federarium.desktop.feed.Allowance;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.topology.Arrangement.Seat;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.ArcType;

/** What is left of a node's privacy budget, as a bar at the foot of its cell. */
final class BudgetBar {
    private BudgetBar() {}

    static void draw(GraphicsContext g, Seat seat, Allowance allowance, Palette palette) {
        if (!allowance.noised() || allowance.budget() == null) {
            return;
        }
        double r = seat.radius();
        double high = Math.clamp(r * 0.12, 1.5, 3);
        double x = seat.x() - r + 2;
        double y = seat.y() + r - high - 1;
        double wide = 2 * r - 4;
        g.setFill(palette.edge());
        g.fillRect(x, y, wide, high);
        g.setStroke(palette.privacy());
        g.setLineWidth(high);
        g.setLineDashes(allowance.low() ? new double[] {3, 2} : new double[0]);
        g.strokeLine(x, y + high / 2, x + wide * allowance.left(), y + high / 2);
        g.setLineDashes();
        if (allowance.locked()) {
            lock(g, seat, palette);
        }
    }

    /** A padlock in the upper left corner. */
    private static void lock(GraphicsContext g, Seat seat, Palette palette) {
        double side = Math.clamp(seat.radius() * 0.4, 4, 8);
        double x = seat.x() - seat.radius() + 2;
        double y = seat.y() - seat.radius() + 2 + side * 0.5;
        g.setFill(palette.privacy());
        g.fillRect(x, y, side, side * 0.75);
        g.setStroke(palette.privacy());
        g.setLineWidth(1.25);
        g.strokeArc(x + side * 0.2, y - side * 0.45, side * 0.6, side * 0.9, 0, 180, ArcType.OPEN);
    }
}
