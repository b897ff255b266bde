package federarium.persistence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as the store lists it.
 *
 * @param settings the scenario's keys as JSON text
 * @param lastRound the last round whose {@code RoundClosed} is in the log, 0 before the first
 * @param rounds how many it is to have
 * @param parent the run it was forked from; that one may have been deleted since
 */
public record RunRecord(
        String id,
        Instant created,
        String scenarioName,
        String settings,
        long seed,
        RunState state,
        int lastRound,
        int rounds,
        @Nullable String parent) {}
