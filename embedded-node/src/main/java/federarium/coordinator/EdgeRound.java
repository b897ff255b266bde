package federarium.coordinator;

import federarium.aggregation.Aggregate;
import federarium.aggregation.Carried;
import federarium.aggregation.FedAvg;
import federarium.aggregation.Gathered;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.CoordinatorCommand.TrainEdge;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.Share;
import federarium.scenario.PersonalSpec;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * An edge's side of a round as a pure value: it has its nodes train from the edge's model and
 * averages their updates by examples, x_e ← x_e + Σ n_k Δ_k ÷ Σ n.
 *
 * @param asked what the coordinator wants of it
 * @param model x_e, that its nodes train from
 * @param gathering what came back from them
 */
public record EdgeRound(TrainEdge asked, Weights model, Gathering gathering) {

    /**
     * Begins.
     *
     * @param own the edge's model, from which it goes on unless the root has sent another
     */
    public static EdgeRound of(TrainEdge asked, Weights own) {
        Weights root = asked.root();
        return new EdgeRound(asked, root == null ? own : root, Gathering.of(asked.clients()));
    }

    /** What is to be sent to its nodes. */
    public List<Train> requests() {
        return asked.clients().stream().map(this::request).toList();
    }

    private Train request(int client) {
        return new Train(
                asked.round(),
                client,
                model,
                asked.training(),
                new PersonalSpec.None(),
                asked.compression(),
                asked.seed(),
                false,
                null);
    }

    /**
     * A node has sent its update.
     *
     * @param rows that the node holds
     */
    public EdgeRound arrived(ClientUpdate update, int rows) {
        return reported(
                update.client(),
                Report.of(
                        update,
                        model.size(),
                        asked.training().stepsOn(rows),
                        0,
                        Double.POSITIVE_INFINITY));
    }

    public EdgeRound missing(int client, String reason) {
        return reported(client, new Report.Missing(reason));
    }

    private EdgeRound reported(int client, Report report) {
        return gathering.awaits(client)
                ? new EdgeRound(asked, model, gathering.with(client, report))
                : this;
    }

    public boolean isComplete() {
        return gathering.isComplete();
    }

    /**
     * What it answers once all have reported.
     *
     * @param ids names of the nodes, by client
     */
    public EdgeReport report(IntFunction<String> ids) {
        List<FederationEvent> receipts = new ArrayList<>();
        gathering
                .reports()
                .forEach((client, report) ->
                        receipts.addAll(report.events(asked.round(), ids.apply(client))));
        List<ClientUpdate> updates = gathering.accepted();
        Aggregate aggregate =
                updates.isEmpty()
                        ? new Aggregate(model, Carried.NONE, List.of())
                        : new FedAvg(1).aggregate(new Gathered(model, updates, Carried.NONE));
        return new EdgeReport(
                asked.round(),
                asked.edge(),
                receipts,
                aggregate.verdicts().stream()
                        .map(each -> new Share(ids.apply(each.client()), each.weight()))
                        .toList(),
                aggregate.model(),
                updates.stream().mapToLong(ClientUpdate::examples).sum(),
                gathering.bytes(),
                gathering.diverged());
    }
}
