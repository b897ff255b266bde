package federarium.coordinator;

import federarium.event.FederationEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Knows what training without a federation gives. */
public interface YardstickSource {

    /** The yardsticks as events, or the one event that says why they were skipped. */
    CompletableFuture<List<FederationEvent>> yardsticks();
}
