package federarium.desktop.view.topology;

import federarium.desktop.feed.Frame;
import federarium.desktop.view.topology.Arrangement.Form;
import federarium.event.WebEvent.EdgesCombined;
import federarium.event.WebEvent.PeersLinked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleFunction;

/**
 * The ways that packets take in a round, each from its beginning at 0 to its end at 1.
 *
 * @param down models to the nodes
 * @param up updates of the nodes, or models to neighbours
 * @param root models of edges to the root, in a round in which it combines them
 */
record Routes(
        List<DoubleFunction<double[]>> down,
        List<DoubleFunction<double[]>> up,
        List<DoubleFunction<double[]>> root) {
    static final Routes NONE = new Routes(List.of(), List.of(), List.of());

    static Routes of(Frame frame, Arrangement a, List<Integer> cohort) {
        PeersLinked peers = frame.state().web().peers();
        Set<Integer> awake = new HashSet<>(cohort);
        if (peers == null && frame.state().web().edges().isEmpty()) {
            return star(a, cohort, Cohorts.sending(frame));
        }
        if (a.form() == Form.GRID) {
            return peers == null
                    ? blocks(frame, a, awake)
                    : peers(between(peers, a, cohort, awake));
        }
        List<Wire> wires =
                Wire.of(frame, a).stream().filter(wire -> awake.containsAll(wire.seats())).toList();
        return peers == null ? hierarchy(frame, wires) : peers(wires);
    }

    /** In a grid: from each edge to the cells below it, and from all edges to the root. */
    private static Routes blocks(Frame frame, Arrangement a, Set<Integer> awake) {
        List<DoubleFunction<double[]>> down = new ArrayList<>();
        List<DoubleFunction<double[]>> up = new ArrayList<>();
        List<DoubleFunction<double[]>> root = new ArrayList<>();
        List<Junction> junctions = Junction.of(frame, a);
        Map<Integer, Junction> edges = new HashMap<>();
        for (Junction j : junctions) {
            j.seats().forEach(seat -> edges.put(seat, j));
        }
        for (int seat : Motion.thinned(awake.stream().filter(edges::containsKey).toList())) {
            Junction edge = Objects.requireNonNull(edges.get(seat));
            down.add(way -> Paths.along(edge, a.seat(seat), way));
            up.add(way -> Paths.along(edge, a.seat(seat), 1 - way));
        }
        if (combines(frame)) {
            for (Junction j : Motion.thinned(junctions)) {
                double[][] corners = Paths.toRoot(a, j, Junction.top(junctions));
                root.add(way -> Paths.along(corners, way));
            }
        }
        return new Routes(down, up, root);
    }

    private static boolean combines(Frame frame) {
        EdgesCombined combined = frame.state().web().combined();
        return combined != null && combined.round() == frame.round();
    }

    /** In a grid: from some of those that are awake to one awake neighbour each. */
    private static List<Wire> between(
            PeersLinked peers, Arrangement a, List<Integer> cohort, Set<Integer> awake) {
        List<Wire> wires = new ArrayList<>();
        for (int seat : Motion.thinned(cohort)) {
            peers.neighbours().get(seat).stream()
                    .filter(awake::contains)
                    .findFirst()
                    .ifPresent(other -> wires.add(Wire.between(a, seat, other)));
        }
        return wires;
    }

    private static Routes star(Arrangement a, List<Integer> cohort, List<Integer> sending) {
        List<DoubleFunction<double[]>> down = new ArrayList<>();
        List<DoubleFunction<double[]>> up = new ArrayList<>();
        for (int seat : Motion.thinned(cohort)) {
            if (seat < a.seats().size()) {
                down.add(way -> Paths.along(a, a.seat(seat), way));
            }
        }
        for (int seat : Motion.thinned(sending)) {
            if (seat < a.seats().size()) {
                up.add(way -> Paths.along(a, a.seat(seat), 1 - way));
            }
        }
        return new Routes(down, up, List.of());
    }

    private static Routes hierarchy(Frame frame, List<Wire> wires) {
        List<Wire> nodes =
                Motion.thinned(wires.stream().filter(wire -> !wire.seats().isEmpty()).toList());
        List<DoubleFunction<double[]>> root = new ArrayList<>();
        if (combines(frame)) {
            wires.stream().filter(wire -> wire.seats().isEmpty()).forEach(w -> root.add(w::at));
        }
        return new Routes(forth(nodes), back(nodes), root);
    }

    private static Routes peers(List<Wire> wires) {
        List<DoubleFunction<double[]>> both = new ArrayList<>();
        for (Wire wire : Motion.thinned(wires)) {
            both.add(wire::at);
            both.add(way -> wire.at(1 - way));
        }
        return new Routes(List.of(), both, List.of());
    }

    private static List<DoubleFunction<double[]>> forth(List<Wire> wires) {
        List<DoubleFunction<double[]>> routes = new ArrayList<>();
        wires.forEach(wire -> routes.add(wire::at));
        return routes;
    }

    private static List<DoubleFunction<double[]>> back(List<Wire> wires) {
        List<DoubleFunction<double[]>> routes = new ArrayList<>();
        wires.forEach(wire -> routes.add(way -> wire.at(1 - way)));
        return routes;
    }
}
