package federarium.desktop.view.topology;

import federarium.desktop.feed.Frame;
import federarium.desktop.view.topology.Arrangement.Form;
import federarium.desktop.view.topology.Arrangement.Seat;
import federarium.event.FederationEvent.EdgeSeat;
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

    /** Those of a hierarchy that is small enough to be drawn as circles, else none. */
    static List<Junction> of(Frame frame, Arrangement a) {
        List<Junction> junctions = new ArrayList<>();
        if (a.form() == Form.GRID) {
            return junctions;
        }
        Map<String, Integer> places = frame.state().nodes().seats();
        for (EdgeSeat edge : frame.state().web().edges()) {
            junctions.add(of(a, edge.edge(), edge.nodes().stream().map(places::get).toList()));
        }
        return junctions;
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
