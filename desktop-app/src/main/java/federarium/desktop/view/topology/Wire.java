package federarium.desktop.view.topology;

import federarium.desktop.feed.Frame;
import federarium.desktop.view.topology.Arrangement.Form;
import federarium.desktop.view.topology.Arrangement.Seat;
import federarium.event.WebEvent.PeersLinked;
import java.util.ArrayList;
import java.util.List;

/**
 * A line between two that talk to each other.
 *
 * @param seats of the nodes at its ends: one, two, or none between an edge aggregator and its root
 * @param from where it begins: at the coordinator, the edge aggregator, or the first node
 * @param to where it ends, at the last node, or at the root
 */
record Wire(List<Integer> seats, double[] from, double[] to) {
    private static final double GAP = 4;

    /** All lines of a picture that has circles; a grid of cells has none. */
    static List<Wire> of(Frame frame, Arrangement a) {
        PeersLinked peers = frame.state().web().peers();
        if (a.form() == Form.GRID || a.seats().isEmpty()) {
            return List.of();
        }
        if (peers != null) {
            return between(peers, a);
        }
        List<Junction> junctions = Junction.of(frame, a);
        return junctions.isEmpty() ? star(a) : hierarchy(junctions, a);
    }

    private static List<Wire> star(Arrangement a) {
        List<Wire> wires = new ArrayList<>();
        for (int seat = 0; seat < a.seats().size(); seat++) {
            double[] hub = Paths.atHub(a, a.seat(seat));
            wires.add(new Wire(List.of(seat), hub, Paths.atNode(a, a.seat(seat))));
        }
        return wires;
    }

    /** First those of the nodes, edge by edge, then those of the edges. */
    private static List<Wire> hierarchy(List<Junction> junctions, Arrangement a) {
        List<Wire> wires = new ArrayList<>();
        List<Wire> upper = new ArrayList<>();
        for (Junction j : junctions) {
            for (int seat : j.seats()) {
                Seat s = a.seat(seat);
                double border = j.radius() + GAP;
                wires.add(
                        new Wire(
                                List.of(seat),
                                Paths.towards(j.x(), j.y(), s.x(), s.y(), border),
                                Paths.atNode(a, s, j.x(), j.y())));
            }
            upper.add(
                    new Wire(
                            List.of(),
                            Paths.towards(j.x(), j.y(), a.hubX(), a.hubY(), j.radius() + GAP),
                            Paths.towards(a.hubX(), a.hubY(), j.x(), j.y(), a.hubRadius() + GAP)));
        }
        wires.addAll(upper);
        return wires;
    }

    private static List<Wire> between(PeersLinked peers, Arrangement a) {
        List<Wire> wires = new ArrayList<>();
        for (int one = 0; one < peers.neighbours().size(); one++) {
            for (int other : peers.neighbours().get(one)) {
                wires.add(between(a, one, other));
            }
        }
        return wires;
    }

    static Wire between(Arrangement a, int one, int other) {
        Seat s = a.seat(one);
        Seat t = a.seat(other);
        return new Wire(
                List.of(one, other),
                Paths.atNode(a, s, t.x(), t.y()),
                Paths.atNode(a, t, s.x(), s.y()));
    }

    /** A place on it, at a share from 0 to 1 of its length. */
    double[] at(double share) {
        return Paths.between(from, to, share);
    }
}
