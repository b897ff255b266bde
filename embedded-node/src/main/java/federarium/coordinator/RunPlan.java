package federarium.coordinator;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.NodeJoined;
import federarium.privacy.noise.NoiseSource;
import federarium.scenario.Scenario;
import federarium.topology.Graph;
import federarium.update.Slices;
import federarium.update.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is settled before the first round.
 *
 * @param run the run's id
 * @param scenario as it was started
 * @param nodes in client order
 * @param labels names of the classes
 * @param compute the engine that trains, {@code vector} or {@code dl4j}
 * @param initial the model everybody starts from
 * @param equipment what the nodes run on
 * @param graph who is beside whom, where there is no coordinator
 * @param slices which parameters of the model the nodes train
 * @param noise what is drawn for privacy
 * @param opening what is told before the first round, or the first after an interruption
 */
public record RunPlan(
        String run,
        Scenario scenario,
        List<NodeJoined> nodes,
        List<String> labels,
        String compute,
        Weights initial,
        Equipment equipment,
        @Nullable Graph graph,
        Slices slices,
        NoiseSource noise,
        List<FederationEvent> opening) {

    /** The coordinator is not told what hostile nodes do. */
    public RunPlan {
        scenario = scenario.unarmed();
    }

    /** Where nothing is to be told beside what the plan says itself. */
    public RunPlan(
            String run,
            Scenario scenario,
            List<NodeJoined> nodes,
            List<String> labels,
            String compute,
            Weights initial,
            Equipment equipment,
            @Nullable Graph graph,
            Slices slices,
            NoiseSource noise) {
        this(
                run, scenario, nodes, labels, compute, initial, equipment, graph, slices, noise,
                List.of());
    }
}
