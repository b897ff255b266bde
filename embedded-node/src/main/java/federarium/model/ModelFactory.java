package federarium.model;

import federarium.random.RandomStreams;
import federarium.update.Weights;

/** An architecture and the engine that trains it. Clients are data; models belong to threads. */
public interface ModelFactory {

    /** {@code vector} or {@code dl4j}. */
    String compute();

    /** The model everybody starts from, drawn from the run's stream {@code initial model}. */
    Weights initial(RandomStreams streams);

    /** A model for one worker thread. */
    LocalModel create();
}
