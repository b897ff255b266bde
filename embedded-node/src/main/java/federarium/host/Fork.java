package federarium.host;

import federarium.coordinator.Changes;
import federarium.data.FederatedData;
import federarium.event.FederationEvent.SettingChanged;
import federarium.event.RecordedEvent;
import federarium.persistence.Checkpoint;
import federarium.persistence.RunRecord;
import federarium.persistence.RunStore;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run that shares rounds 0 … k with another and then goes its own way.
 *
 * @param settings the other's, with the changes that it saw by round k and those from there on
 * @param shared the other's events through round k
 * @param checkpoint the other's after round k, or null where none was kept: then the shared rounds
 *     are run again
 */
record Fork(SettingsJson settings, List<RecordedEvent> shared, @Nullable Checkpoint checkpoint) {

    /**
     * A fork of a kept run.
     *
     * @param changes values by key, which act from the round after the shared ones on
     * @throws BadInputException if the run has not closed that round, or a change needs a new run
     */
    static Fork of(RunStore store, String parent, int round, Map<String, String> changes) {
        RunRecord record = store.run(parent);
        if (round < 0 || round > record.lastRound()) {
            throw new BadInputException(
                    "--round: %d is not a closed round of %s; allowed: 0 to %d"
                            .formatted(round, parent, record.lastRound()));
        }
        List<RecordedEvent> shared =
                store.events(parent).stream()
                        .filter(each -> each.event().round() <= round)
                        .toList();
        Changes all = Changes.in(shared.stream().map(RecordedEvent::event).toList());
        for (Map.Entry<String, String> change : Scenario.kindsFirst(changes)) {
            String key = LiveSettings.key(change.getKey(), true);
            all = all.plus(new SettingChanged(round + 1, key, change.getValue()));
        }
        SettingsJson settings = SettingsJson.read(parent, record.settings());
        return new Fork(
                new SettingsJson(settings.scenario(), all, settings.stake()),
                shared,
                store.at(parent, round).orElse(null));
    }

    /**
     * Refuses changes that cannot work with these data.
     *
     * @throws BadInputException naming the key, with what would work
     */
    void require(FederatedData data) {
        Scenario changed = settings.started();
        changed.requireClients(data.nodes().size());
        changed.requireClasses(data.dataset().classes());
    }

    /** Shared rounds that are run again with fresh noise are not shared. */
    private List<RecordedEvent> standing() {
        if (settings.repeats()) {
            return shared;
        }
        return checkpoint == null ? List.of() : Beginning.through(checkpoint.round(), shared);
    }

    /** Where it begins under an id of its own. */
    Beginning beginning(String run, Start start) {
        Beginning parents = Beginning.after(settings, checkpoint, start, standing());
        return new Beginning(
                parents.state(),
                parents.memories(),
                Beginning.renamed(parents.logged(), run),
                List.of(),
                List.of());
    }
}
