package federarium.host;

import static java.util.Objects.requireNonNull;

import federarium.coordinator.AsynchronousMachine;
import federarium.coordinator.ConcealedMachine;
import federarium.coordinator.CoordinatorPorts.Signals;
import federarium.coordinator.Edges;
import federarium.coordinator.GossipMachine;
import federarium.coordinator.HierarchyMachine;
import federarium.coordinator.Machine;
import federarium.coordinator.RoundMachine;
import federarium.coordinator.RoundState;
import federarium.coordinator.RunPlan;
import federarium.scenario.Topology;
import federarium.transport.EdgeVerticle;
import federarium.transport.HidingNodeVerticle;
import federarium.transport.NodeVerticle;
import federarium.transport.PeerVerticle;
import federarium.transport.Trainer;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a run beside the coordinator, as its topology has it.
 *
 * @param workshop where nodes of other machines come in, which have the first seats; or null
 */
record Crew(
        Vertx vertx,
        VertxWorkers workers,
        RunPlan plan,
        @Nullable Secrets secrets,
        @Nullable Workshop workshop) {

    /** The machine that such a crew is led by. */
    Machine machine() {
        return switch (plan.scenario().topology()) {
            case Topology.Star _ -> star();
            case Topology.Hierarchical hierarchy -> new HierarchyMachine(plan, edges(hierarchy));
            case Topology.Peers peers ->
                    new GossipMachine(plan, peers.kind(), requireNonNull(plan.graph()));
        };
    }

    private Machine star() {
        if (secrets != null) {
            return new ConcealedMachine(plan);
        }
        return plan.scenario().mode().arrivals() > 0
                ? new AsynchronousMachine(plan)
                : new RoundMachine(plan);
    }

    private Edges edges(Topology.Hierarchical hierarchy) {
        return new Edges(hierarchy.edges(), plan.nodes());
    }

    private Deployable node(int client, RoundState start, Trainer trainer) {
        if (secrets != null) {
            return new HidingNodeVerticle(plan.run(), client, trainer, secrets.hiding(client));
        }
        return plan.scenario().topology() instanceof Topology.Peers
                ? new PeerVerticle(plan.run(), client, start.locals().models().get(client), trainer)
                : new NodeVerticle(plan.run(), client, trainer);
    }

    /**
     * Deploys everybody of this machine.
     *
     * @return what they can be undeployed by: the nodes in client order, then the edges
     */
    List<String> deploy(RoundState start, Trainer trainer, Signals signals) {
        List<Future<String>> starting = new ArrayList<>();
        int remote = workshop == null ? 0 : workshop.seats();
        for (int client = remote; client < plan.nodes().size(); client++) {
            starting.add(vertx.deployVerticle(node(client, start, trainer), workers.deployment()));
        }
        if (plan.scenario().topology() instanceof Topology.Hierarchical hierarchy) {
            Edges edges = edges(hierarchy);
            for (int edge = 0; edge < edges.count(); edge++) {
                starting.add(
                        vertx.deployVerticle(
                                new EdgeVerticle(
                                        plan.run(),
                                        edge,
                                        edges,
                                        start.locals().models().get(edge),
                                        signals)));
            }
        }
        return starting.stream()
                .map(each -> each.toCompletionStage().toCompletableFuture().join())
                .toList();
    }
}
