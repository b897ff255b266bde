package federarium.incentive;

/**
 * A cooperative game: n players, and what each coalition of them is worth. Here the players are the
 * updates of a round, by their position in client order, and a coalition is worth what the model is
 * that they make.
 */
public interface Game {

    /** n. */
    int players();

    /** v(S), finite, always the same for the same S; may be asked for on several threads. */
    double value(Coalition coalition);

    /** The same coalition without those who cannot change what it is worth, as far as is known. */
    default Coalition reduced(Coalition coalition) {
        return coalition;
    }
}
