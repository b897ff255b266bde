package federarium.host;

import federarium.event.RecordedEvent;
import federarium.persistence.RunRecord;
import federarium.persistence.RunStore;
import federarium.projection.FederationState;
import federarium.scenario.BadInputException;

/** A kept run as its log tells it. */
public record LoggedRun(RunRecord record, FederationState state, Timing timing) {

    /** Reads a run, and tells the watcher every event on the way. */
    public static LoggedRun read(RunStore store, String run, Watcher watcher) {
        RunRecord record = store.run(run);
        Fold fold = new Fold();
        Timing timing = new Timing();
        store.forEachEvent(
                run,
                event -> {
                    fold.happened(event);
                    timing.happened(event);
                    watcher.happened(event);
                });
        return new LoggedRun(record, fold.state, timing);
    }

    /**
     * Its figures.
     *
     * @throws BadInputException if it ended before the first model was measured
     */
    public Summary summary() {
        if (state.points().isEmpty()) {
            throw new BadInputException(
                    record.id() + ": ended before the first model was measured; resume it first");
        }
        return Summary.of(state, record.state().name(), timing, null);
    }

    private static final class Fold implements Watcher {
        private FederationState state = FederationState.EMPTY;

        @Override
        public void happened(RecordedEvent event) {
            state = state.apply(event.event());
        }
    }
}
