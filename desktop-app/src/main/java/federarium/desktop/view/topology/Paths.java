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
        return atNode(a, seat, a.hubX(), a.hubY());
    }

    /** At a node's border, where it looks at a point. */
    static double[] atNode(Arrangement a, Seat seat, double x, double y) {
        double border = Math.max(seat.radius(), writing(a, seat, x, y)) + GAP;
        return towards(seat.x(), seat.y(), x, y, border);
    }

    /**
     * The place of a packet on its way from the coordinator to a node, at a share from 0 to 1 of
     * it. In a grid it goes down to the cells and then along the gap beside the node's column, so
     * that it hides no cell.
     */
    static double[] along(Arrangement a, Seat seat, double share) {
        if (a.form() != Arrangement.Form.GRID) {
            return between(atHub(a, seat), atNode(a, seat), share);
        }
        return along(a.hubX(), a.hubY(), a.seat(0).y() - a.seat(0).room() / 2, seat, share);
    }

    /** The same from an edge aggregator to a cell of its block. */
    static double[] along(Junction edge, Seat seat, double share) {
        return along(edge.x(), edge.y(), edge.y() + Blocks.STRIP / 2, seat, share);
    }

    private static double[] along(double x, double y, double top, Seat seat, double share) {
        double side = seat.room() / 2;
        double gap = seat.x() + (x < seat.x() ? -side : side);
        double[] corner = {gap, top - GAP};
        double[] end = {gap, seat.y()};
        double first = Math.hypot(corner[0] - x, corner[1] - y);
        double walked = share * (first + end[1] - corner[1]);
        return walked < first
                ? between(new double[] {x, y}, corner, walked / first)
                : new double[] {gap, corner[1] + walked - first};
    }

    /**
     * The corners of the way from an edge aggregator above its block of cells to the root: beside
     * the blocks above, so that it hides no cell.
     *
     * @param top of the uppermost block
     */
    static double[][] toRoot(Arrangement a, Junction edge, double top) {
        double gap = edge.x() - edge.radius() - Blocks.BESIDE;
        return new double[][] {
            {edge.x() - edge.radius(), edge.y()},
            {gap, edge.y()},
            {gap, top},
            {a.hubX(), a.hubY() + a.hubRadius()}
        };
    }

    /** A place on a way with corners, at a share from 0 to 1 of its length. */
    static double[] along(double[][] corners, double share) {
        double length = 0;
        for (int i = 1; i < corners.length; i++) {
            length += distance(corners[i - 1], corners[i]);
        }
        double left = share * length;
        for (int i = 1; i < corners.length - 1; i++) {
            double piece = distance(corners[i - 1], corners[i]);
            if (left <= piece) {
                return between(corners[i - 1], corners[i], piece == 0 ? 0 : left / piece);
            }
            left -= piece;
        }
        double[] before = corners[corners.length - 2];
        double[] end = corners[corners.length - 1];
        return between(before, end, left / Math.max(1, distance(before, end)));
    }

    private static double distance(double[] one, double[] other) {
        return Math.hypot(one[0] - other[0], one[1] - other[1]);
    }

    static double[] between(double[] from, double[] to, double share) {
        return new double[] {
            from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share,
        };
    }

    /** How far the writing below a node reaches in the direction of a point. */
    private static double writing(Arrangement a, Seat seat, double x, double y) {
        double dx = x - seat.x();
        double dy = y - seat.y();
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

    /** The point at that distance on the way to another, or half way if that is too far. */
    static double[] towards(double x, double y, double toX, double toY, double distance) {
        double length = Math.max(1, Math.hypot(toX - x, toY - y));
        double share = Math.min(0.5, distance / length);
        return new double[] {x + (toX - x) * share, y + (toY - y) * share};
    }
}
