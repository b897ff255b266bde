package federarium.coordinator;

import federarium.coordinator.CoordinatorCommand.CollectSum;
import federarium.coordinator.CoordinatorCommand.OpenSum;
import federarium.coordinator.CoordinatorInput.SumCollected;
import java.util.concurrent.CompletableFuture;

/**
 * Sums of updates of which nobody sees a single one: how they come about is between the nodes and
 * whoever implements this.
 */
public interface Sums {

    /** Where every update is seen, so that there is nothing to collect. */
    Sums NONE =
            new Sums() {
                @Override
                public CompletableFuture<SumCollected> collect(CollectSum command) {
                    throw new IllegalStateException("nothing is hidden");
                }

                @Override
                public CompletableFuture<CoordinatorInput> open(OpenSum command) {
                    throw new IllegalStateException("nothing is hidden");
                }
            };

    /** Has the nodes hand in their hidden updates. */
    CompletableFuture<SumCollected> collect(CollectSum command);

    /**
     * Opens their sum: {@link CoordinatorInput.SumOpened}, {@link CoordinatorInput.ModelMoved} or
     * {@link CoordinatorInput.SumWithheld}.
     */
    CompletableFuture<CoordinatorInput> open(OpenSum command);
}
