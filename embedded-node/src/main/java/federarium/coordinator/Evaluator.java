package federarium.coordinator;

import federarium.event.FederationEvent.ModelEvaluated;
import federarium.update.Weights;
import java.util.concurrent.CompletableFuture;

/** Measures a model on the rows held out from every node. */
public interface Evaluator {

    CompletableFuture<ModelEvaluated> measure(int round, Weights model);
}
