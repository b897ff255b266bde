package federarium.coordinator;

import federarium.aggregation.Aggregate;
import federarium.aggregation.Aggregate.Verdict;
import federarium.aggregation.Gathered;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RuleScore;
import federarium.event.FederationEvent.Share;
import federarium.event.WebEvent.EdgeRejected;
import federarium.event.WebEvent.EdgesCombined;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the root makes of its edges' models: the scenario's rule with the edges as its clients. */
record RootRound(RoundState state, List<FederationEvent> events) {

    /**
     * Combines the edges that answered and have learned something since the last time; without any,
     * the model stays as it is.
     */
    static RootRound of(RoundState state, List<EdgeReport> reports, Edges edges) {
        List<ClientUpdate> updates = updates(state, reports);
        Aggregate aggregate =
                updates.isEmpty()
                        ? new Aggregate(state.model(), state.carried(), List.of())
                        : Rules.of(state.scenario(), state.round(), edges.nodes(), null)
                                .aggregate(new Gathered(state.model(), updates, state.carried()));
        long bytes = bytes(state.model(), updates.size());
        return new RootRound(
                state.combined(aggregate, new Traffic(state.gathering().bytes() + bytes, 0))
                        .with(LocalModels.copies(edges.count(), aggregate.model())),
                events(state.round(), edges, aggregate, bytes));
    }

    private static long bytes(Weights model, int edges) {
        return (long) edges * model.size() * Float.BYTES;
    }

    private static List<ClientUpdate> updates(RoundState state, List<EdgeReport> reports) {
        List<ClientUpdate> updates = new ArrayList<>();
        for (EdgeReport report : reports) {
            long examples = state.locals().examples().get(report.edge());
            if (examples > 0) {
                float[] delta = report.model().toArray();
                state.model().addTo(delta, -1);
                updates.add(
                        new ClientUpdate(
                                report.edge(),
                                state.round(),
                                Math.toIntExact(examples),
                                1,
                                0,
                                Weights.owning(delta)));
            }
        }
        return updates;
    }

    private static List<FederationEvent> events(
            int round, Edges edges, Aggregate aggregate, long bytesUp) {
        List<FederationEvent> events = new ArrayList<>();
        List<Share> shares = new ArrayList<>();
        for (Verdict verdict : aggregate.verdicts()) {
            String edge = edges.id(verdict.client());
            RuleScore score = score(verdict.score());
            String refusal = verdict.refusal();
            if (refusal == null) {
                shares.add(new Share(edge, verdict.weight(), score));
            } else {
                events.add(new EdgeRejected(round, edge, refusal, score));
            }
        }
        events.add(
                new EdgesCombined(
                        round,
                        shares,
                        aggregate.model().sha256(),
                        bytesUp,
                        bytes(aggregate.model(), edges.count())));
        return events;
    }

    private static @Nullable RuleScore score(Aggregate.@Nullable Score score) {
        return score == null ? null : new RuleScore(score.name(), score.value());
    }
}
