package federarium.coordinator;

import federarium.aggregation.Aggregate;
import federarium.aggregation.Aggregate.Verdict;
import federarium.aggregation.AggregationRule;
import federarium.aggregation.Gathered;
import federarium.aggregation.WidthAveraging;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.RuleScore;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.scenario.Privacy.Mechanism;
import federarium.scenario.Scenario;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the scenario's rule makes of a round's updates, and what the log says of it.
 *
 * @param nextClipNorm the clip norm of the next round, where this one's was noised
 */
record Combination(
        Aggregate aggregate, List<FederationEvent> events, @Nullable Double nextClipNorm) {

    private Combination(Aggregate aggregate, List<FederationEvent> events) {
        this(aggregate, events, null);
    }

    /**
     * Combines the updates that can be; without any, the model and what the rule carries stay as
     * they are.
     *
     * @param root the coordinator's own update, where the rule compares with one
     * @param charged whether the round is charged to somebody: then central noise is added, even to
     *     a sum of nothing
     */
    static Combination of(RoundState state, RunPlan plan, @Nullable Weights root, boolean charged) {
        List<ClientUpdate> updates = state.gathering().accepted();
        Scenario scenario = state.scenario();
        if (charged && scenario.privacy().mechanism() == Mechanism.CENTRAL) {
            return NoisyMean.of(scenario, state.books(), plan.nodes().size())
                    .combine(state, plan, rule(state, plan, root), updates);
        }
        Aggregate aggregate =
                updates.isEmpty()
                        ? new Aggregate(state.model(), state.carried(), List.of())
                        : rule(state, plan, root)
                                .aggregate(new Gathered(state.model(), updates, state.carried()));
        return new Combination(aggregate, events(state.round(), plan.nodes(), aggregate));
    }

    private static AggregationRule rule(RoundState state, RunPlan plan, @Nullable Weights root) {
        Scenario scenario = state.scenario();
        return plan.slices().areWhole()
                ? Rules.of(scenario, state.round(), plan.nodes().size(), root)
                : new WidthAveraging(scenario.aggregation().serverLearningRate(), plan.slices());
    }

    /** The refusals and the shares of an aggregate. */
    static List<FederationEvent> events(int round, List<NodeJoined> nodes, Aggregate aggregate) {
        List<FederationEvent> events = new ArrayList<>();
        List<Share> shares = new ArrayList<>();
        for (Verdict verdict : aggregate.verdicts()) {
            String node = nodes.get(verdict.client()).node();
            RuleScore score = score(verdict.score());
            if (verdict.refusal() == null) {
                shares.add(new Share(node, verdict.weight(), score));
            } else {
                events.add(new UpdateRejected(round, node, verdict.refusal(), score));
            }
        }
        events.add(new UpdatesAggregated(round, shares, aggregate.model().sha256()));
        return events;
    }

    private static @Nullable RuleScore score(Aggregate.@Nullable Score score) {
        return score == null ? null : new RuleScore(score.name(), score.value());
    }
}
