package federarium.desktop;

import federarium.event.RecordedEvent;
import federarium.persistence.Checkpoint;
import federarium.persistence.RunRecord;
import federarium.persistence.RunState;
import federarium.persistence.RunStore;
import federarium.persistence.StorageException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run needs to go on in another store, under another id and with the same bits. */
record RunCopy(RunRecord record, List<RecordedEvent> log, @Nullable Checkpoint checkpoint) {

    static RunCopy of(RunStore store, String run) {
        return new RunCopy(store.run(run), store.events(run), newestCheckpoint(store, run));
    }

    /** Without one the run comes to the same parameters from its start, in its time. */
    private static @Nullable Checkpoint newestCheckpoint(RunStore store, String run) {
        try {
            return store.latest(run).orElse(null);
        } catch (StorageException e) {
            return null;
        }
    }

    /** The run as the other store has it, ready to be resumed. */
    RunRecord into(RunStore store) {
        RunRecord copy =
                store.create(
                        record.scenarioName(),
                        record.settings(),
                        record.seed(),
                        record.rounds(),
                        record.parent());
        store.commit(copy.id(), log.stream().map(each -> each.under(copy.id())).toList(), null);
        if (checkpoint != null) {
            store.saveCheckpoint(copy.id(), checkpoint);
        }
        store.setState(copy.id(), RunState.INTERRUPTED);
        return copy;
    }
}
