package federarium.transport.remote;

import federarium.coordinator.CoordinatorCommand.TellTaken;
import federarium.transport.wire.Control;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Whoever is behind a node that calls: it has the rows, and trains. */
public interface Visitor {

    /** Gets the rows ready; fails with a sentence if that cannot be. */
    Future<Control.Ready> prepare(Control.Welcome welcome);

    /** Has a node at its address on the bus when this completes. */
    Future<Void> begin(Control.Begin begin, int seat);

    /** Why a question will not be answered, or null if it will. */
    @Nullable String objection(Record question);

    /** Whose updates of a round were taken. */
    void taken(TellTaken taken);

    /** Whatever else the coordinator said. */
    void told(Control.FromHost message);

    /**
     * The connection is there, or gone.
     *
     * @param why it is gone; null when it is there
     */
    void connection(@Nullable String why);
}
