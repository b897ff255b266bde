package federarium.desktop.view.stepper;

import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Headline;
import federarium.desktop.text.Figures;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.NodeScore;
import federarium.event.Step;
import federarium.event.WebEvent.ConsensusMeasured;
import federarium.projection.FederationState;
import org.pcollections.PVector;

/** The same where there is no coordinator. */
final class GossipSentences {
    private GossipSentences() {}

    static String of(Frame frame, Step step) {
        FederationState state = frame.state();
        return switch (step) {
            case CHOOSE_AND_SEND -> awake(state);
            case TRAIN -> Sentences.train(frame);
            case PROTECT_AND_SEND -> "Every model goes straight to its node's neighbours.";
            case COMBINE -> "Every node mixes its neighbours' models into its own.";
            case TEST_AND_REWARD -> test(frame);
        };
    }

    /** The mean is nobody's model, and measured on other rows than the nodes' own models. */
    static String test(Frame frame) {
        FederationState state = frame.state();
        ModelEvaluated evaluation = state.round().evaluation();
        if (evaluation == null) {
            return "Measuring every node's model, and the mean of all.";
        }
        Headline headline = Headline.of(state);
        NodeScore worst = headline.worst(evaluation);
        return "Mean of all models: "
                + Sentences.reached(state, evaluation)
                + "."
                + (worst == null
                        ? ""
                        : " Worst node's own model, on its own rows: %s %s."
                                .formatted(
                                        Headline.name(state, worst.node()),
                                        Figures.percent(headline.of(worst))))
                + apart(frame);
    }

    private static String awake(FederationState state) {
        int awake = state.round().cohort().size();
        int nodes = state.nodes().size();
        return awake == nodes
                ? "All %s are awake, each with a model of its own.".formatted(count(nodes))
                : "%d of %s awake; the others keep their models.".formatted(awake, count(nodes));
    }

    private static String count(int nodes) {
        return Figures.many(nodes, "node");
    }

    private static String apart(Frame frame) {
        PVector<ConsensusMeasured> all = frame.state().web().consensus();
        boolean known = !all.isEmpty() && all.getLast().round() == frame.round();
        return known
                ? " Distance to consensus %s.".formatted(Figures.measure(all.getLast().distance()))
                : "";
    }
}
