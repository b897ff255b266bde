package federarium.desktop.view.topology;

import java.util.List;

/**
 * Where everything stands, in pixels of the view.
 *
 * @param form how the nodes are laid out
 * @param hubX centre of the coordinator
 * @param hubRadius radius of its hexagon
 * @param seats one a node, in client order
 * @param lettering how much of the writing fits
 */
record Arrangement(
        Form form,
        double hubX,
        double hubY,
        double hubRadius,
        List<Seat> seats,
        Lettering lettering) {

    enum Form {
        CIRCLE,
        COMPACT,
        GRID
    }

    enum Lettering {
        /** Name and accuracy in two lines below the node. */
        FULL,
        /** One short line. */
        SHORT,
        NONE
    }

    /**
     * A node's place.
     *
     * @param radius of its circle; in a grid half the side of its cell
     * @param room width that its writing may take
     */
    record Seat(double x, double y, double radius, double room) {}

    Seat seat(int index) {
        return seats.get(index);
    }

    /** The seat at that point, or −1. */
    int at(double x, double y) {
        for (int i = 0; i < seats.size(); i++) {
            Seat seat = seat(i);
            double dx = Math.abs(x - seat.x());
            double dy = Math.abs(y - seat.y());
            boolean hit =
                    form == Form.GRID
                            ? Math.max(dx, dy) <= seat.radius()
                            : Math.hypot(dx, dy) <= seat.radius() + 5;
            if (hit) {
                return i;
            }
        }
        return -1;
    }
}
