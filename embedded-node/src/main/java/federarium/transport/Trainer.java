package federarium.transport;

import federarium.coordinator.CoordinatorCommand.Train;
import federarium.update.ClientUpdate;

/** A node's side of a round: trains the model it is sent on the rows that only it holds. */
public interface Trainer {

    ClientUpdate train(Train request);
}
