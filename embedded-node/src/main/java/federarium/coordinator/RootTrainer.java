package federarium.coordinator;

import federarium.coordinator.CoordinatorCommand.TrainRoot;
import federarium.update.ClientUpdate;
import java.util.concurrent.CompletableFuture;

/** Trains on the few examples that the coordinator itself has. */
public interface RootTrainer {

    /** The update that a client with these rows would send; its client is no seat. */
    CompletableFuture<ClientUpdate> train(TrainRoot request);
}
