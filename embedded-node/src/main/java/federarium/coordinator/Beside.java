package federarium.coordinator;

import org.jspecify.annotations.Nullable;

/**
 * What a run has beside the model and what its rule carries on; each kind of federation has its
 * own.
 *
 * @param clock virtual seconds since the start of the run
 * @param inFlight the clients in training, where they don't wait for each other
 * @param locals the models that are not the global one, where there are such
 * @param books what privacy was spent
 * @param held hash of the model that the nodes hold, where the coordinator has none; else null
 */
public record Beside(
        double clock, InFlight inFlight, LocalModels locals, Books books, @Nullable String held) {
    static final Beside NOTHING = new Beside(0, InFlight.NONE, LocalModels.NONE, Books.EMPTY, null);
}
