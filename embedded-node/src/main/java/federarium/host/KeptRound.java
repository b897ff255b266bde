package federarium.host;

import federarium.coordinator.Changes;
import federarium.event.FederationEvent;
import federarium.event.RecordedEvent;
import federarium.persistence.Checkpoint;
import federarium.persistence.RunRecord;
import federarium.persistence.RunStore;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run has kept of a round. */
record KeptRound(
        RunRecord record,
        SettingsJson settings,
        int round,
        List<FederationEvent> log,
        Changes changes,
        Scenario scenario,
        Checkpoint before,
        @Nullable Checkpoint after) {

    static KeptRound of(RunStore store, String run, int round) {
        RunRecord record = store.run(run);
        if (round < 1 || round > record.lastRound()) {
            throw new BadInputException(
                    "--round: %d is not a closed round of %s; allowed: 1 to %d"
                            .formatted(round, run, record.lastRound()));
        }
        SettingsJson settings = SettingsJson.read(run, record.settings());
        List<FederationEvent> log =
                store.events(run).stream()
                        .map(RecordedEvent::event)
                        .filter(event -> event.round() <= round)
                        .toList();
        Changes changes = Changes.in(log).union(settings.changes()).by(round);
        Checkpoint before = kept(store, run, round - 1);
        if (before == null) {
            throw new BadInputException(
                    ("--round: %s kept no model of round %d, which round %d began with: of more"
                                    + " than 50 nodes it keeps every fifth; allowed: %s")
                            .formatted(run, round - 1, round, allowed(store, record)));
        }
        return new KeptRound(
                record,
                settings,
                round,
                log,
                changes,
                changes.applied(settings.scenario()),
                before,
                kept(store, run, round));
    }

    private static @Nullable Checkpoint kept(RunStore store, String run, int round) {
        return store.at(run, round).filter(found -> found.round() == round).orElse(null);
    }

    private static String allowed(RunStore store, RunRecord record) {
        List<String> rounds = new ArrayList<>();
        for (int round = 1; round <= record.lastRound(); round++) {
            if (kept(store, record.id(), round - 1) != null) {
                rounds.add(String.valueOf(round));
            }
        }
        return String.join(", ", rounds);
    }
}
