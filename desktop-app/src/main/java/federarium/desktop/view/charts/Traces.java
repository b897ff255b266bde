package federarium.desktop.view.charts;

import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Ghost;
import federarium.desktop.feed.Headline;
import federarium.desktop.view.charts.Trace.Dot;
import federarium.desktop.view.charts.Trace.Kind;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.NodeScore;
import federarium.event.FederationEvent.YardstickMeasured;
import federarium.projection.FederationState;
import federarium.projection.RoundPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Reads the lines of the accuracy chart out of a frame. */
final class Traces {
    private static final String HELD_OUT = "measured on rows held out from every node";

    private Traces() {}

    /** The lines from back to front; those without a value are left out. */
    static List<Trace> of(Frame frame, List<Ghost> ghosts, @Nullable String node) {
        FederationState state = frame.state();
        Headline headline = Headline.of(state);
        List<Trace> traces = new ArrayList<>();
        for (Ghost ghost : ghosts) {
            add(
                    traces,
                    Kind.GHOST,
                    "before: " + ghost.name(),
                    "the global model of an earlier run",
                    dots(ghost.state(), headline::of));
        }
        List<YardstickMeasured> known = frame.yardsticks();
        add(
                traces,
                Kind.POOLED,
                "pooled",
                "all rows in one place, same passes, " + HELD_OUT,
                yardsticks(known, YardstickMeasured::pooled));
        add(
                traces,
                Kind.ALONE,
                "alone",
                "mean of every node alone, same passes over its own rows, " + HELD_OUT,
                yardsticks(known, YardstickMeasured::aloneMean));
        List<Dot> worst = dots(state, evaluation -> headline.of(headline.worst(evaluation)));
        add(
                traces,
                Kind.WORST,
                "worst " + worstName(state, headline),
                "the lowest of the nodes, each on its own held-out rows",
                worst);
        if (node != null && state.nodes().seats().containsKey(node)) {
            add(
                    traces,
                    Kind.NODE,
                    Headline.name(state, node),
                    whole(state, "the global model") + " on this node's own held-out rows",
                    dots(state, evaluation -> score(headline, evaluation, node)));
        }
        add(
                traces,
                Kind.GLOBAL,
                "global",
                whole(state, "the global model") + ", " + HELD_OUT,
                dots(state, headline::of));
        return traces;
    }

    private static void add(
            List<Trace> traces, Kind kind, String name, String method, List<Dot> dots) {
        if (!dots.isEmpty()) {
            traces.add(new Trace(kind, name, method, dots));
        }
    }

    /** Where nodes keep the last layers, the global model alone can't be measured. */
    private static String whole(FederationState state, String global) {
        boolean shared =
                state.points().stream()
                        .map(RoundPoint::personal)
                        .anyMatch(own -> own != null && own.kind().equals("fedPer"));
        return shared ? global + "'s layers with each node's own last ones" : global;
    }

    private static double score(Headline headline, ModelEvaluated evaluation, String node) {
        for (NodeScore score : evaluation.nodes()) {
            if (score.node().equals(node)) {
                return headline.of(score);
            }
        }
        return Double.NaN;
    }

    private static String worstName(FederationState state, Headline headline) {
        if (state.points().isEmpty()) {
            return "node";
        }
        RoundPoint last = state.points().get(state.points().size() - 1);
        NodeScore worst = headline.worst(last.evaluation());
        return worst == null ? "node" : Headline.name(state, worst.node());
    }

    private static List<Dot> dots(FederationState state, ToDoubleFunction<ModelEvaluated> value) {
        return state.points().stream()
                .map(point -> new Dot(point.round(), value.applyAsDouble(point.evaluation())))
                .filter(dot -> Double.isFinite(dot.value()))
                .toList();
    }

    private static List<Dot> yardsticks(
            List<YardstickMeasured> known, ToDoubleFunction<YardstickMeasured> value) {
        return known.stream()
                .map(yardstick -> new Dot(yardstick.round(), value.applyAsDouble(yardstick)))
                .filter(dot -> Double.isFinite(dot.value()))
                .toList();
    }
}
