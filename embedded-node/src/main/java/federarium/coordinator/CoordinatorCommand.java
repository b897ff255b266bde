package federarium.coordinator;

import federarium.aggregation.Carried;
import federarium.event.Step;
import federarium.scenario.CompressionSpec;
import federarium.scenario.PersonalSpec;
import federarium.scenario.Training;
import federarium.update.Controls;
import federarium.update.Weights;
import org.jspecify.annotations.Nullable;

/** What the round machine wants done outside of it. */
public sealed interface CoordinatorCommand {

    /** Answer with {@link CoordinatorInput.StepPermitted} when the run may enter the step. */
    record AwaitPermission(int round, Step step) implements CoordinatorCommand {}

    /**
     * Send the model to a node to train it; answer with {@link CoordinatorInput.UpdateArrived} or
     * {@link CoordinatorInput.UpdateMissing}.
     *
     * @param personal which model the node uses itself
     * @param compression how the update is to be made smaller
     * @param seed of the streams that the node shuffles its rows with
     * @param asksLoss whether the rule needs the model's loss on the node's rows
     * @param controls what a step is corrected by, where the rule does that
     */
    record Train(
            int round,
            int client,
            Weights model,
            Training training,
            PersonalSpec personal,
            CompressionSpec compression,
            long seed,
            boolean asksLoss,
            @Nullable Controls controls)
            implements CoordinatorCommand {}

    /**
     * Train the model on the coordinator's own examples; answer with {@link
     * CoordinatorInput.RootTrained}.
     *
     * @param seed of the streams that these examples are drawn and shuffled with
     */
    record TrainRoot(int round, Weights model, Training training, long seed)
            implements CoordinatorCommand {}

    /** Answer with {@link CoordinatorInput.ModelMeasured}. */
    record Measure(int round, Weights model) implements CoordinatorCommand {}

    /**
     * Keep the model, and what the rule carries on, with the events of this transition: from here a
     * run can go on.
     */
    record Checkpoint(int round, Weights model, Carried carried) implements CoordinatorCommand {}

    /** Wait for the nodes in training, who don't wait for each other, until a round is full. */
    record AwaitArrivals(int round) implements CoordinatorCommand {}

    /** Answer with {@link CoordinatorInput.YardsticksReady}. */
    record AwaitYardsticks() implements CoordinatorCommand {}

    /** The run is over, and {@code model} is its outcome. */
    record Finish(Weights model) implements CoordinatorCommand {}
}
