package federarium.scenario;

/** What hides a node's update from the coordinator, which sees only what all of them sum to. */
public enum Concealment {
    /** Nothing: it sees each update. */
    NONE("none"),

    /** Masks that cancel in the sum: secure aggregation. */
    MASKS("masks"),

    /** Encryption by a lattice scheme that adds, under a key that the nodes share. */
    BFV("bfv"),

    /** Encryption by Paillier's scheme, likewise. */
    PAILLIER("paillier");

    private final String word;

    Concealment(String word) {
        this.word = word;
    }

    public boolean encrypts() {
        return this == BFV || this == PAILLIER;
    }

    @Override
    public String toString() {
        return word;
    }
}
