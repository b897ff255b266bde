package federarium.coordinator;

import federarium.event.FederationEvent.NodeJoined;
import federarium.scenario.Scenario;
import federarium.update.Slices;
import federarium.update.Weights;
import java.util.List;

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
 * @param slices which parameters of the model the nodes train
 */
public record RunPlan(
        String run,
        Scenario scenario,
        List<NodeJoined> nodes,
        List<String> labels,
        String compute,
        Weights initial,
        Equipment equipment,
        Slices slices) {

    /** A run in which every node trains the whole model. */
    public RunPlan(
            String run,
            Scenario scenario,
            List<NodeJoined> nodes,
            List<String> labels,
            String compute,
            Weights initial,
            Equipment equipment) {
        this(
                run,
                scenario,
                nodes,
                labels,
                compute,
                initial,
                equipment,
                Slices.whole(initial.size()));
    }
}
