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
import federarium.privacy.quantisation.RingVector;
import federarium.privacy.summing.SumEncoding;
import federarium.scenario.Privacy.Mechanism;
import federarium.scenario.Scenario;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    /**
     * What the rule makes of a sum whose parts nobody saw; without one, all stays as it is.
     *
     * @param clients whose updates are in it, in client order
     */
    static Combination of(
            RoundState state,
            RunPlan plan,
            SumEncoding encoding,
            @Nullable RingVector sum,
            List<Integer> clients) {
        AggregationRule rule = rule(state, plan, null);
        if (sum == null) {
            return held(state, plan, state.modelSha256(), List.of());
        }
        if (encoding.limit() != null) {
            NoisyMean mean = NoisyMean.of(state.scenario(), state.books(), plan.nodes().size());
            boolean there = encoding.limit().noise() != null;
            return (there ? mean.noised() : mean)
                    .combine(
                            state,
                            plan,
                            rule,
                            new NoisyMean.Sum(encoding.total(sum), encoding.whole(sum)),
                            clients);
        }
        Aggregate made =
                new SumRule(state.scenario(), state.round(), plan.nodes().size())
                        .moved(state.model(), state.carried(), encoding, sum);
        Aggregate aggregate =
                new Aggregate(made.model(), made.carried(), byExamples(plan, clients));
        return new Combination(aggregate, events(state.round(), plan.nodes(), aggregate));
    }

    /** The same where the nodes moved their model, and the coordinator knows its hash alone. */
    static Combination held(RoundState state, RunPlan plan, String sha256, List<Integer> clients) {
        Aggregate same = new Aggregate(state.model(), state.carried(), byExamples(plan, clients));
        return new Combination(same, events(state.round(), plan.nodes(), same, sha256));
    }

    /** The weights that the nodes gave their updates themselves. */
    private static List<Verdict> byExamples(RunPlan plan, List<Integer> clients) {
        double all = clients.stream().mapToLong(each -> plan.nodes().get(each).examples()).sum();
        return clients.stream()
                .map(each -> Verdict.taken(each, plan.nodes().get(each).examples() / all, null))
                .toList();
    }

    private static AggregationRule rule(RoundState state, RunPlan plan, @Nullable Weights root) {
        Scenario scenario = state.scenario();
        return plan.slices().areWhole()
                ? Rules.of(scenario, state.round(), plan.nodes().size(), root)
                : new WidthAveraging(scenario.aggregation().serverLearningRate(), plan.slices());
    }

    /** The same with something told before. */
    Combination after(List<FederationEvent> before) {
        return new Combination(
                aggregate, Stream.concat(before.stream(), events.stream()).toList(), nextClipNorm);
    }

    /** The refusals and the shares of an aggregate. */
    static List<FederationEvent> events(int round, List<NodeJoined> nodes, Aggregate aggregate) {
        return events(round, nodes, aggregate, aggregate.model().sha256());
    }

    private static List<FederationEvent> events(
            int round, List<NodeJoined> nodes, Aggregate aggregate, String sha256) {
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
        events.add(new UpdatesAggregated(round, shares, sha256));
        return events;
    }

    private static @Nullable RuleScore score(Aggregate.@Nullable Score score) {
        return score == null ? null : new RuleScore(score.name(), score.value());
    }
}
