package federarium.host;

import federarium.coordinator.CoordinatorPorts.Signals;
import federarium.coordinator.Edges;
import federarium.coordinator.HierarchyMachine;
import federarium.coordinator.Machine;
import federarium.coordinator.RoundMachine;
import federarium.coordinator.RoundState;
import federarium.coordinator.RunPlan;
import federarium.scenario.Topology;
import federarium.transport.EdgeVerticle;
import federarium.transport.NodeVerticle;
import federarium.transport.Trainer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;

/** Who takes part in a run beside the coordinator, as its topology has it. */
record Crew(Vertx vertx, VertxWorkers workers, RunPlan plan) {

    /** The machine that such a crew is led by. */
    Machine machine() {
        return switch (plan.scenario().topology()) {
            case Topology.Star _ -> new RoundMachine(plan);
            case Topology.Hierarchical hierarchy -> new HierarchyMachine(plan, edges(hierarchy));
        };
    }

    private Edges edges(Topology.Hierarchical hierarchy) {
        return new Edges(hierarchy.edges(), plan.nodes());
    }

    /**
     * Deploys everybody.
     *
     * @return what they can be undeployed by: the nodes in client order, then the edges
     */
    List<String> deploy(RoundState start, Trainer trainer, Signals signals) {
        List<Future<String>> starting = new ArrayList<>();
        for (int client = 0; client < plan.nodes().size(); client++) {
            NodeVerticle node = new NodeVerticle(plan.run(), client, trainer);
            starting.add(vertx.deployVerticle(node, workers.deployment()));
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
