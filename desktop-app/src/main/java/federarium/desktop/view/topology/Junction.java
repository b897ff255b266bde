package federarium.desktop.view.topology;

import federarium.desktop.feed.Frame;
import federarium.desktop.view.topology.Arrangement.Form;
import federarium.desktop.view.topology.Arrangement.Seat;
import federarium.event.WebEvent.EdgeSeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An edge aggregator's place between the root and its nodes.
 *
 * @param seats of its nodes
 */
record Junction(String edge, double x, double y, double radius, List<Integer> seats) {
    private static final double RADIUS = 15;
    private static final double SMALL = 10;
    private static final double TINY = 8;

    /** Those of a hierarchy, else none. */
    static List<Junction> of(Frame frame, Arrangement a) {
        List<Junction> junctions = new ArrayList<>();
        List<List<Integer>> groups = groups(frame);
        for (int i = 0; i < groups.size(); i++) {
            String edge = frame.state().web().edges().get(i).edge();
            junctions.add(
                    a.form() == Form.GRID
                            ? above(a, edge, groups.get(i))
                            : of(a, edge, groups.get(i)));
        }
        return junctions;
    }

    /** Seats of the nodes of each edge aggregator. */
    static List<List<Integer>> groups(Frame frame) {
        Map<String, Integer> places = frame.state().nodes().seats();
        return frame.state().web().edges().stream()
                .map(EdgeSeat::nodes)
                .map(nodes -> nodes.stream().map(places::get).toList())
                .toList();
    }

    /** Where the uppermost block of cells begins. */
    static double top(List<Junction> above) {
        double least = above.stream().mapToDouble(Junction::y).min().orElse(0);
        return least - Blocks.STRIP / 2 - 2;
    }

    /** In the strip above its block of cells. */
    private static Junction above(Arrangement a, String edge, List<Integer> seats) {
        double x = Double.MAX_VALUE;
        double y = Double.MAX_VALUE;
        for (int index : seats) {
            Seat seat = a.seat(index);
            x = Math.min(x, seat.x() - seat.radius());
            y = Math.min(y, seat.y() - seat.room() / 2);
        }
        return new Junction(edge, x + TINY, y - Blocks.STRIP / 2, TINY, seats);
    }

    /** On the way to the middle of its nodes, which stand together. */
    private static Junction of(Arrangement a, String edge, List<Integer> seats) {
        Seat before = a.seat(seats.get((seats.size() - 1) / 2));
        Seat behind = a.seat(seats.get(seats.size() / 2));
        boolean compact = a.form() == Form.COMPACT;
        double share = compact ? 0.42 : 0.54;
        double x = (before.x() + behind.x()) / 2;
        double y = (before.y() + behind.y()) / 2;
        return new Junction(
                edge,
                a.hubX() + (x - a.hubX()) * share,
                a.hubY() + (y - a.hubY()) * share,
                compact ? SMALL : RADIUS,
                seats);
    }
}
