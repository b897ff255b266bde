package federarium.desktop.view.evidence;

import federarium.desktop.feed.Suspicion;
import federarium.event.EvidenceEvent.Evidence;
import federarium.event.EvidenceEvent.UpdatesCompared;
import federarium.projection.FederationState;
import federarium.projection.NodeState;
import federarium.scenario.Concealment;
import federarium.scenario.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A round's updates side by side, with what became of each.
 *
 * @param explained the share of their scatter that the map shows, or null without a map
 */
record Compared(int round, @Nullable Double explained, List<Line> lines) {

    /**
     * An update.
     *
     * @param krum its Krum score, NaN where it has none
     * @param weight that it was given, NaN until it was, or where it was refused
     * @param refusal why it was refused, in words, or empty
     * @param x its place on the map, NaN without one
     */
    record Line(
            String node,
            String name,
            double norm,
            double cosine,
            double krum,
            double weight,
            String refusal,
            double x,
            double y) {

        boolean isRefused() {
            return !refusal.isEmpty();
        }

        static Line of(Evidence evidence, NodeState node) {
            return new Line(
                    evidence.node(),
                    node.seat().name(),
                    evidence.norm(),
                    evidence.cosine(),
                    orNaN(evidence.krum()),
                    orNaN(node.share()),
                    Suspicion.words(node.delivery()),
                    orNaN(evidence.x()),
                    orNaN(evidence.y()));
        }

        private static double orNaN(@Nullable Double value) {
            return value == null ? Double.NaN : value;
        }
    }

    /** Those of this round once they are there, else of the round before; null for neither. */
    static @Nullable Compared of(FederationState state) {
        FederationState last = state.closed();
        UpdatesCompared now = state.round().findings().compared();
        if (now != null) {
            return of(now, state);
        }
        UpdatesCompared before = last == null ? null : last.round().findings().compared();
        return before == null || last == null ? null : of(before, last);
    }

    private static Compared of(UpdatesCompared compared, FederationState state) {
        return new Compared(
                compared.round(),
                compared.explained(),
                compared.updates().stream()
                        .map(each -> Line.of(each, state.nodes().get(each.node())))
                        .toList());
    }

    boolean hasMap() {
        return explained != null;
    }

    /** Why there is nothing to compare in such a federation, or that there is nothing yet. */
    static String whyNot(FederationState state, @Nullable Scenario scenario) {
        if (scenario != null && scenario.concealment() != Concealment.NONE) {
            return "Nothing to see: only the sum of all updates reaches the coordinator, so nobody"
                    + " can lay one beside the others.";
        }
        if (state.web().peers() != null) {
            return "Nothing to see: there is no coordinator. Each node gets its neighbours' models"
                    + " alone, and nobody has all of them.";
        }
        if (!state.web().edges().isEmpty()) {
            return "Nothing to see: each edge aggregator gets its own nodes' updates, and nobody"
                    + " has all of them.";
        }
        if (scenario != null && scenario.mode().arrivals() > 0) {
            return "Nothing to see: updates come one by one, made from different versions of the"
                    + " model, so they are not laid side by side.";
        }
        return state.points().size() < 2
                ? "Nothing to see yet: no round has been combined."
                : "Nothing to see: it takes two updates of the same parameters in a round.";
    }
}
