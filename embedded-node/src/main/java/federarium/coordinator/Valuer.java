package federarium.coordinator;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Values a round's updates by the models that some of them make. */
public interface Valuer {

    /** By the rule that pays, and where all are compared by each of them, that one first. */
    CompletableFuture<List<Valuation.Scores>> value(Valuation valuation);
}
