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
 * @param purses what was earned
 * @param due what the round still owes for updates that are combined, or null
 * @param held hash of the model that the nodes hold, where the coordinator has none; else null
 */
public record Beside(
        double clock,
        InFlight inFlight,
        LocalModels locals,
        Books books,
        Purses purses,
        @Nullable Due due,
        @Nullable String held) {
    static final Beside NOTHING =
            new Beside(0, InFlight.NONE, LocalModels.NONE, Books.EMPTY, Purses.EMPTY, null, null);

    Beside at(double second) {
        return new Beside(second, inFlight, locals, books, purses, due, held);
    }

    Beside with(InFlight flight) {
        return new Beside(clock, flight, locals, books, purses, due, held);
    }

    Beside with(LocalModels others) {
        return new Beside(clock, inFlight, others, books, purses, due, held);
    }

    Beside with(Books charged) {
        return new Beside(clock, inFlight, locals, charged, purses, due, held);
    }

    Beside with(Purses filled) {
        return new Beside(clock, inFlight, locals, books, filled, due, held);
    }

    Beside owing(@Nullable Due more) {
        return new Beside(clock, inFlight, locals, books, purses, more, held);
    }

    Beside holding(String sha256) {
        return new Beside(clock, inFlight, locals, books, purses, due, sha256);
    }
}
