package federarium.desktop.view.topology;

import federarium.desktop.view.topology.Arrangement.Seat;

/** The straight way between coordinator and node, from border to border. */
final class Paths {
    private static final double GAP = 5;
    private static final double HALF_WORD = 26;

    private Paths() {}

    static double[] atHub(Arrangement a, Seat seat) {
        return towards(a.hubX(), a.hubY(), seat.x(), seat.y(), a.hubRadius() + GAP);
    }

    static double[] atNode(Arrangement a, Seat seat) {
        double border = Math.max(seat.radius(), writing(a, seat)) + GAP;
        return towards(seat.x(), seat.y(), a.hubX(), a.hubY(), border);
    }

    /** How far the writing below a node reaches in the direction of the coordinator. */
    private static double writing(Arrangement a, Seat seat) {
        double dx = a.hubX() - seat.x();
        double dy = a.hubY() - seat.y();
        double length = Math.max(1, Math.hypot(dx, dy));
        double below =
                switch (a.lettering()) {
                    case FULL -> a.form() == Arrangement.Form.GRID ? 0 : 36;
                    case SHORT -> a.form() == Arrangement.Form.GRID ? 0 : 18;
                    case NONE -> 0;
                };
        if (below == 0 || dy <= 0) {
            return 0;
        }
        double side = dx == 0 ? Double.MAX_VALUE : HALF_WORD * length / Math.abs(dx);
        return Math.min(side, (seat.radius() + below) * length / dy);
    }

    private static double[] towards(double x, double y, double toX, double toY, double distance) {
        double length = Math.max(1, Math.hypot(toX - x, toY - y));
        double share = Math.min(0.5, distance / length);
        return new double[] {x + (toX - x) * share, y + (toY - y) * share};
    }
}
