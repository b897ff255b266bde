package federarium.host;

import federarium.data.FederatedData;
import federarium.event.FederationCommand;
import federarium.projection.FederationState;
import federarium.scenario.Scenario;
import federarium.update.ClientUpdate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One run of a scenario in this process: a coordinator and its embedded nodes, training. */
public interface Federation extends AutoCloseable {

    /** The run's id. */
    String run();

    /** The scenario as it was started; changes since then are in the events. */
    Scenario scenario();

    /** The rows of every node, as each node itself sees them. */
    FederatedData data();

    /**
     * Tells the watcher everything from the first event on and the signals that still hold, then
     * goes on live.
     */
    void watch(Watcher watcher);

    /**
     * Asks for something.
     *
     * @throws federarium.scenario.BadInputException if a setting does not take the value, or only a
     *     new run can
     */
    void submit(FederationCommand command);

    /**
     * The last update that a node of a watched run sent, for the eyes of whoever sits at that node;
     * null before the first. Events never hold weights.
     */
    @Nullable ClientUpdate lastUpdate(String node);

    /** Computing time of the yardsticks so far, summed over threads. */
    Duration yardstickTime();

    /** Completes with the last state when the run has completed, failed or been stopped. */
    CompletableFuture<FederationState> finished();

    /** Stops the run if it is still going, and frees what it holds; it can be resumed. */
    @Override
    void close();
}
