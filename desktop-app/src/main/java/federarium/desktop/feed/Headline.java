package federarium.desktop.feed;

import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.NodeScore;
import federarium.projection.FederationState;
import federarium.projection.NodeState;
import org.jspecify.annotations.Nullable;

/** The measure that a scenario is judged by; NaN where it could not be measured. */
public enum Headline {
    ACCURACY("accuracy", "accuracy"),
    AVERAGE_PRECISION("average precision", "avg. precision");

    private final String words;
    private final String brief;

    Headline(String words, String brief) {
        this.words = words;
        this.brief = brief;
    }

    public static Headline of(FederationState state) {
        return state.run() != null && state.run().headline().equals("averagePrecision")
                ? AVERAGE_PRECISION
                : ACCURACY;
    }

    /** What people call it. */
    public String words() {
        return words;
    }

    /** The same where there is little room. */
    public String brief() {
        return brief;
    }

    public double of(@Nullable ModelEvaluated evaluation) {
        return evaluation == null
                ? Double.NaN
                : pick(evaluation.accuracy(), evaluation.averagePrecision());
    }

    public double of(@Nullable NodeScore score) {
        return score == null ? Double.NaN : pick(score.accuracy(), score.averagePrecision());
    }

    /** The node that the model serves worst, or null where none is measured. */
    public @Nullable NodeScore worst(@Nullable ModelEvaluated evaluation) {
        NodeScore worst = null;
        if (evaluation != null) {
            for (NodeScore score : evaluation.nodes()) {
                double value = of(score);
                if (!Double.isNaN(value) && (worst == null || value < of(worst))) {
                    worst = score;
                }
            }
        }
        return worst;
    }

    /** The global model as last measured. */
    public double current(FederationState state) {
        ModelEvaluated fresh = state.round().evaluation();
        return fresh != null || state.points().isEmpty()
                ? of(fresh)
                : of(state.points().get(state.points().size() - 1).evaluation());
    }

    /** What people call the node. */
    public static String name(FederationState state, String id) {
        NodeState node = state.nodes().get(id);
        return node.seat().name();
    }

    private double pick(double accuracy, @Nullable Double averagePrecision) {
        if (this == ACCURACY) {
            return accuracy;
        }
        return averagePrecision == null ? Double.NaN : averagePrecision;
    }
}
