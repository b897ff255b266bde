package federarium.coordinator;

import federarium.event.Step;
import java.util.concurrent.CompletableFuture;

/** Says when a run may enter a step: at once, in step with a window's clock, or when asked. */
public interface Pace {

    /** Waits for nothing. */
    Pace NONE = (_, step) -> CompletableFuture.completedFuture(step);

    /** Completes with the step when the run may enter it. */
    CompletableFuture<Step> permit(int round, Step step);
}
