package federarium.desktop.view.topology;

import federarium.desktop.feed.Frame;
import federarium.desktop.view.topology.Arrangement.Form;
import federarium.event.FederationEvent.EdgesCombined;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        boolean star = frame.state().web().edges().isEmpty() && frame.state().web().peers() == null;
        if (star || a.form() == Form.GRID) {
            return frame.state().web().peers() == null
                    ? star(a, cohort, Cohorts.sending(frame))
                    : NONE;
        }
        Set<Integer> awake = new HashSet<>(cohort);
        List<Wire> wires =
                Wire.of(frame, a).stream().filter(wire -> awake.containsAll(wire.seats())).toList();
        return frame.state().web().peers() == null ? hierarchy(frame, wires) : peers(wires);
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
        EdgesCombined combined = frame.state().web().combined();
        List<DoubleFunction<double[]>> root = new ArrayList<>();
        if (combined != null && combined.round() == frame.round()) {
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
