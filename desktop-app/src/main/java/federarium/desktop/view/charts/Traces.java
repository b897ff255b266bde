package federarium.desktop.view.charts;

import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Ghost;
import federarium.desktop.feed.Headline;
import federarium.desktop.view.charts.Trace.Dot;
import federarium.desktop.view.charts.Trace.Kind;
import federarium.event.EvidenceEvent.BackdoorMeasured;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.NodeScore;
import federarium.event.FederationEvent.PersonalModelsMeasured;
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
    private static final String ON_OWN_ROWS = ", on its own held-out rows";
    private static final String OWN_MODELS = "mean of own models";

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
        add(
                traces,
                Kind.WORST,
                worst(state, worstName(state, headline)),
                "the lowest of the nodes, each " + used(state) + ON_OWN_ROWS,
                dots(state, evaluation -> headline.of(headline.worst(evaluation))));
        if (node != null && state.nodes().seats().containsKey(node)) {
            add(
                    traces,
                    Kind.NODE,
                    Headline.name(state, node),
                    "this node " + used(state) + ON_OWN_ROWS,
                    dots(state, evaluation -> score(headline, evaluation, node)));
        }
        add(
                traces,
                Kind.OWN,
                OWN_MODELS,
                "of the models that nodes train for themselves, each" + ON_OWN_ROWS,
                own(state, headline));
        add(
                traces,
                Kind.TRIGGER,
                "obeys the trigger",
                "share of the held-out rows of all other classes that the model takes for the"
                    + " backdoor's target once they bear its trigger; the observatory's measure,"
                    + " which no coordinator has",
                triggered(state));
        add(traces, Kind.GLOBAL, name(state), method(state), dots(state, headline::of));
        return traces;
    }

    /** What the worst node is called: without a coordinator it is judged by a model of its own. */
    static String worst(FederationState state, String node) {
        return (state.web().peers() == null ? "worst " : "worst own ") + node;
    }

    /** What the line in front is called. */
    private static String name(FederationState state) {
        if (state.web().peers() != null) {
            return "mean model";
        }
        return keepsLayers(state) ? OWN_MODELS : "global";
    }

    private static String method(FederationState state) {
        if (state.web().peers() != null) {
            return "the plain mean of all nodes' models, which no node holds, " + HELD_OUT;
        }
        return keepsLayers(state)
                ? "the shared layers with each node's own last ones" + ON_OWN_ROWS
                : "the global model, " + HELD_OUT;
    }

    /** Which model a node is judged by. */
    private static String used(FederationState state) {
        if (state.web().peers() != null) {
            return "with a model of its own";
        }
        if (!state.web().edges().isEmpty()) {
            return "with its edge's model";
        }
        return keepsLayers(state)
                ? "with the shared layers and its own last ones"
                : "with the global model";
    }

    /** Whether nodes keep the last layers: then the global model alone can't be measured. */
    private static boolean keepsLayers(FederationState state) {
        return state.points().stream()
                .map(RoundPoint::personal)
                .anyMatch(own -> own != null && own.kind().equals("fedPer"));
    }

    /** Where these are measured beside the global model; the mean, for accuracy over all rows. */
    private static List<Dot> own(FederationState state, Headline headline) {
        List<Dot> dots = new ArrayList<>();
        for (RoundPoint point : state.points()) {
            PersonalModelsMeasured own = point.personal();
            if (own != null && !own.kind().equals("fedPer")) {
                double value =
                        headline == Headline.ACCURACY
                                ? own.accuracy()
                                : own.nodes().stream()
                                        .mapToDouble(headline::of)
                                        .filter(Double::isFinite)
                                        .average()
                                        .orElse(Double.NaN);
                if (Double.isFinite(value)) {
                    dots.add(new Dot(point.round(), value));
                }
            }
        }
        return dots;
    }

    private static List<Dot> triggered(FederationState state) {
        List<Dot> dots = new ArrayList<>();
        for (RoundPoint point : state.points()) {
            BackdoorMeasured backdoor = point.findings().backdoor();
            if (backdoor != null) {
                dots.add(new Dot(point.round(), backdoor.success()));
            }
        }
        return dots;
    }

    private static void add(
            List<Trace> traces, Kind kind, String name, String method, List<Dot> dots) {
        if (!dots.isEmpty()) {
            traces.add(new Trace(kind, name, method, dots));
        }
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
