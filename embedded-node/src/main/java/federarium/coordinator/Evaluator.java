package federarium.coordinator;

import federarium.event.FederationEvent.ModelEvaluated;
import federarium.update.Weights;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Measures a model on the rows held out from every node. */
public interface Evaluator {

    /**
     * Measures it.
     *
     * @param own the model that each node's own rows are measured with, or empty for the same
     */
    CompletableFuture<ModelEvaluated> measure(int round, Weights model, List<Weights> own);
}
