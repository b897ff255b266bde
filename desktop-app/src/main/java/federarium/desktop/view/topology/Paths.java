package federarium.desktop.view.topology;

import federarium.desktop.view.topology.Arrangement.Seat;

/** The straight way between coordinator and node, from border to border. */
final class Paths {
    private static final double GAP = 5;

    private Paths() {}

    static double[] atHub(Arrangement a, Seat seat) {
        return towards(a.hubX(), a.hubY(), seat.x(), seat.y(), a.hubRadius() + GAP);
    }

    static double[] atNode(Arrangement a, Seat seat) {
        return towards(seat.x(), seat.y(), a.hubX(), a.hubY(), seat.radius() + GAP);
    }

    private static double[] towards(double x, double y, double toX, double toY, double distance) {
        double length = Math.max(1, Math.hypot(toX - x, toY - y));
        double share = Math.min(0.5, distance / length);
        return new double[] {x + (toX - x) * share, y + (toY - y) * share};
    }
}
