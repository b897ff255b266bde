package federarium.update.compression;

import federarium.random.RandomStream;
import federarium.update.Weights;

/**
 * A way to write a vector in fewer bytes than its float32 values, at the price of some of it. Both
 * ends know the method and the number of parameters, so neither travels.
 */
public interface Compression {

    /**
     * Writes a vector.
     *
     * @throws IllegalArgumentException if a value is not finite
     */
    byte[] encode(Weights vector, RandomStream random);

    /** How many bytes {@link #encode} makes of so many parameters, whatever they are. */
    int bytes(int size);

    /**
     * Reads what {@link #encode} wrote.
     *
     * @param size the number of parameters
     * @throws IllegalArgumentException if that many cannot be read from the payload
     */
    Weights decode(byte[] payload, int size);

    /**
     * The same method as {@link ErrorFeedback} needs it: what it loses of a vector is never longer
     * than the vector, ‖x − C(x)‖ ≤ ‖x‖. Otherwise the residual could grow from round to round.
     */
    default Compression forFeedback() {
        return this;
    }
}
