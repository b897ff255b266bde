package federarium.coordinator;

import federarium.coordinator.CoordinatorCommand.Checkpoint;
import federarium.event.FederationEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Numbers events, keeps them, then tells them to whoever watches. */
public interface EventLog {

    /**
     * Numbers the events now and keeps them, together with the checkpoint if there is one, all or
     * nothing.
     *
     * @return completes with the last number when they are durable, or exceptionally when they
     *     cannot be kept
     */
    CompletableFuture<Long> append(List<FederationEvent> events, @Nullable Checkpoint checkpoint);
}
