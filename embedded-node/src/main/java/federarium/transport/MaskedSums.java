package federarium.transport;

import federarium.coordinator.CoordinatorCommand.CollectSum;
import federarium.coordinator.CoordinatorCommand.OpenSum;
import federarium.coordinator.CoordinatorInput;
import federarium.coordinator.CoordinatorInput.SumCollected;
import federarium.coordinator.Sums;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The coordinator's side of secure aggregation over the event bus, one round after the other. */
public final class MaskedSums implements Sums {
    private final Vertx vertx;
    private final Directory directory;
    private @Nullable MaskedSum current;

    public MaskedSums(Vertx vertx, Directory directory) {
        this.vertx = vertx;
        this.directory = directory;
    }

    @Override
    public CompletableFuture<SumCollected> collect(CollectSum command) {
        MaskedSum sum = new MaskedSum(vertx, directory, command);
        current = sum;
        return sum.collect().toCompletionStage().toCompletableFuture();
    }

    @Override
    public CompletableFuture<CoordinatorInput> open(OpenSum command) {
        return Objects.requireNonNull(current).open().toCompletionStage().toCompletableFuture();
    }
}
