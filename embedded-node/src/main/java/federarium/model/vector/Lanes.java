package federarium.model.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** How wide this machine's vectors are, and the padding that makes it not matter. */
final class Lanes {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** Floats in a vector: a power of two, at most {@link #PADDING}. */
    static final int COUNT = SPECIES.length();

    /**
     * Rows of every matrix are a multiple of this long on every machine, so kernels need no tails.
     */
    static final int PADDING = 16;

    static {
        if (COUNT > PADDING) {
            throw new ExceptionInInitializerError(
                    "Vectors of %d floats are wider than the padding of %d"
                            .formatted(COUNT, PADDING));
        }
    }

    private Lanes() {}

    static int padded(int n) {
        return Math.ceilDiv(n, PADDING) * PADDING;
    }
}
