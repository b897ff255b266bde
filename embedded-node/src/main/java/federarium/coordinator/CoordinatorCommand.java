package federarium.coordinator;

import federarium.aggregation.Carried;
import federarium.event.Step;
import federarium.scenario.CompressionSpec;
import federarium.scenario.PersonalSpec;
import federarium.scenario.Privacy;
import federarium.scenario.Training;
import federarium.topology.Mixing;
import federarium.update.ServerControl;
import federarium.update.Weights;
import java.util.List;
import java.util.Map;
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
     * @param privacy which noise the node is to add, where it adds some
     * @param seed of the streams that the node shuffles its rows with
     * @param asksLoss whether the rule needs the model's loss on the node's rows
     * @param control what a step is corrected by, where the rule does that
     */
    record Train(
            int round,
            int client,
            Weights model,
            Training training,
            PersonalSpec personal,
            CompressionSpec compression,
            Privacy privacy,
            long seed,
            boolean asksLoss,
            @Nullable ServerControl control)
            implements CoordinatorCommand {

        /** The same of another model. */
        public Train from(Weights other) {
            return new Train(
                    round,
                    client,
                    other,
                    training,
                    personal,
                    compression,
                    privacy,
                    seed,
                    asksLoss,
                    control);
        }

        /** The same without noise of the node's own. */
        public Train unnoised() {
            return with(client, Privacy.NONE);
        }

        /** The same for another node. */
        public Train to(int other) {
            return with(other, privacy);
        }

        private Train with(int to, Privacy noise) {
            return new Train(
                    round,
                    to,
                    model,
                    training,
                    personal,
                    compression,
                    noise,
                    seed,
                    asksLoss,
                    control);
        }

        /** Where no noise is asked for. */
        public Train(
                int round,
                int client,
                Weights model,
                Training training,
                PersonalSpec personal,
                CompressionSpec compression,
                long seed,
                boolean asksLoss,
                @Nullable ServerControl control) {
            this(
                    round,
                    client,
                    model,
                    training,
                    personal,
                    compression,
                    Privacy.NONE,
                    seed,
                    asksLoss,
                    control);
        }
    }

    /**
     * Have a node train and keep its update to itself; answer with {@link
     * CoordinatorInput.TrainingEnded} or {@link CoordinatorInput.UpdateMissing}.
     */
    record TrainUnseen(Train request) implements CoordinatorCommand {}

    /**
     * Have nodes hand in what they kept, hidden from everybody but in the sum; answer with {@link
     * CoordinatorInput.SumCollected}.
     *
     * @param clients who takes part, in client order
     * @param late those among them whose update will not be there in time
     */
    record CollectSum(int round, List<Integer> clients, List<Integer> late, SumTerms terms)
            implements CoordinatorCommand {}

    /**
     * Have the sum of a round opened, by the coordinator or, encrypted, by the nodes; answer with
     * {@link CoordinatorInput.SumOpened}, {@link CoordinatorInput.ModelMoved} or {@link
     * CoordinatorInput.SumWithheld}.
     *
     * @param rule by which those who open it move their model
     */
    record OpenSum(int round, SumRule rule) implements CoordinatorCommand {}

    /**
     * Have an edge train some of its nodes from the edge's model; answer with {@link
     * CoordinatorInput.EdgeAnswered} or {@link CoordinatorInput.EdgeMissing}.
     *
     * @param root the model to go on from instead, where the root has a new one
     * @param clients the edge's nodes in the round's cohort, in client order
     */
    record TrainEdge(
            int round,
            int edge,
            @Nullable Weights root,
            List<Integer> clients,
            Training training,
            CompressionSpec compression,
            long seed)
            implements CoordinatorCommand {}

    /**
     * Tell the nodes what became of the updates they sent in a round: these were there to be
     * combined, any other was late, lost or not finite. A rule that then leaves one out has taken
     * it all the same.
     *
     * @param clients in client order
     */
    record TellTaken(int round, List<Integer> clients) implements CoordinatorCommand {}

    /** Asks a node without a coordinator; answer with a {@link CoordinatorInput.PeerAnswer}. */
    sealed interface PeerCommand extends CoordinatorCommand {
        int round();

        int client();
    }

    /** Train your own model. */
    record PeerTrain(int round, int client, Training training, long seed) implements PeerCommand {

        /** The same asked of whoever trains for the node, from its own model. */
        public Train from(Weights model) {
            return new Train(
                    round,
                    client,
                    model,
                    training,
                    new PersonalSpec.None(),
                    new CompressionSpec.None(),
                    seed,
                    false,
                    null);
        }
    }

    /** Send your model straight to these neighbours. */
    record PeerSend(int round, int client, List<Integer> neighbours) implements PeerCommand {}

    /** Mix your model with those that your neighbours sent. */
    record PeerMix(int round, int client, Mixing mixing) implements PeerCommand {

        /**
         * Σ_j W_ij x_j.
         *
         * @param own x_i
         * @param heard x_j by neighbour j
         * @throws IllegalStateException if one with a weight has not been heard
         */
        public Weights mixed(Weights own, Map<Integer, Weights> heard) {
            float[][] vectors = new float[mixing.nodes()][];
            for (int node = 0; node < vectors.length; node++) {
                Weights vector = node == client ? own : heard.get(node);
                if (vector != null) {
                    vectors[node] = vector.toArray();
                } else if (mixing.weight(client, node) != 0) {
                    throw new IllegalStateException("nothing was heard of neighbour " + node);
                }
            }
            return Weights.owning(mixing.mixed(client, vectors));
        }
    }

    /**
     * Train the model on the coordinator's own examples; answer with {@link
     * CoordinatorInput.RootTrained}.
     *
     * @param seed of the streams that these examples are drawn and shuffled with
     */
    record TrainRoot(int round, Weights model, Training training, long seed)
            implements CoordinatorCommand {}

    /**
     * Answer with {@link CoordinatorInput.ModelMeasured}.
     *
     * @param own the model whose accuracy on its own rows each node is told, in client order; empty
     *     where that is the model itself
     */
    record Measure(int round, Weights model, List<Weights> own) implements CoordinatorCommand {
        Measure(int round, Weights model) {
            this(round, model, List.of());
        }
    }

    /** Answer with {@link CoordinatorInput.UpdatesValued}. */
    record ValueUpdates(Valuation valuation) implements CoordinatorCommand {}

    /**
     * Keep the models, and what the rule carries on, with the events of this transition: from here
     * a run can go on.
     */
    record Checkpoint(int round, Weights model, Carried carried, LocalModels locals)
            implements CoordinatorCommand {
        public Checkpoint(int round, Weights model, Carried carried) {
            this(round, model, carried, LocalModels.NONE);
        }
    }

    /** Wait for the nodes in training, who don't wait for each other, until a round is full. */
    record AwaitArrivals(int round) implements CoordinatorCommand {}

    /** Answer with {@link CoordinatorInput.YardsticksReady}. */
    record AwaitYardsticks() implements CoordinatorCommand {}

    /** The run is over, and {@code model} is its outcome. */
    record Finish(Weights model) implements CoordinatorCommand {}
}
