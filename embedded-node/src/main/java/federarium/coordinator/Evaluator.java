package federarium.coordinator;

import federarium.coordinator.CoordinatorInput.ModelMeasured;
import federarium.update.Weights;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Measures a model on the rows held out from every node, and where nodes have models of their own,
 * those as well.
 */
public interface Evaluator {

    /**
     * Measures it.
     *
     * @param own the model that each node's own rows are measured with, or empty for the same
     */
    CompletableFuture<ModelMeasured> measure(int round, Weights model, List<Weights> own);
}
