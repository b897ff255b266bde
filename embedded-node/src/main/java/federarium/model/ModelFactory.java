package federarium.model;

import federarium.random.RandomStreams;
import federarium.update.Weights;

/** An architecture and the engine that trains it. Clients are data; models belong to threads. */
public interface ModelFactory {

    /** {@code vector} or {@code dl4j}. */
    String compute();

    /** The model everybody starts from, drawn from the run's stream {@code initial model}. */
    Weights initial(RandomStreams streams);

    /**
     * Parameters of its first layers, which are the first of its parameters.
     *
     * @param layers how many of the layers that have parameters
     */
    int parameters(int layers);

    /**
     * Floating-point operations of a forward and a backward pass over one row: 6 a parameter (2
     * forward, 4 backward) where each is used once a row.
     */
    default double workPerRow(int parameters) {
        return 6.0 * parameters;
    }

    /** A model for one worker thread. */
    LocalModel create();
}
