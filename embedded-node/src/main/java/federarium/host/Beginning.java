package federarium.host;

import federarium.client.Memory;
import federarium.coordinator.Ahead;
import federarium.coordinator.Books;
import federarium.coordinator.Changes;
import federarium.coordinator.InFlight;
import federarium.coordinator.RoundState;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.RecordedEvent;
import federarium.persistence.Checkpoint;
import federarium.scenario.Scenario;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where a run begins or goes on.
 *
 * @param memories what the nodes keep, by client
 * @param logged events up to the checkpoint; the next to come has the number after them
 * @param expected events after the checkpoint that an earlier life has logged already
 */
record Beginning(
        RoundState state,
        SortedMap<Integer, Memory> memories,
        List<RecordedEvent> logged,
        List<RecordedEvent> expected) {

    /** A new run. */
    static Beginning fresh(Scenario scenario, Start start) {
        RoundState state = start.state(scenario, Changes.NONE);
        return new Beginning(state, Collections.emptySortedMap(), List.of(), List.of());
    }

    /**
     * A run that goes on after its last checkpoint, or from the start if it has none.
     *
     * @param settings as the run was created
     * @param log its events so far
     */
    static Beginning after(
            SettingsJson settings,
            @Nullable Checkpoint checkpoint,
            Start start,
            List<RecordedEvent> log) {
        if (checkpoint == null) {
            RoundState state = start.state(settings.scenario(), settings.changes());
            return new Beginning(state, Collections.emptySortedMap(), List.of(), log);
        }
        int round = checkpoint.round();
        int end = indexAfterClosing(round, log);
        List<FederationEvent> events = log.stream().map(RecordedEvent::event).toList();
        Changes all = Changes.in(events).union(settings.changes());
        boolean held = settings.scenario().concealment().encrypts();
        RoundState state =
                RoundState.closed(
                                all.by(round).applied(settings.scenario()),
                                round,
                                held ? start.model() : KeptState.model(checkpoint),
                                KeptState.carried(checkpoint),
                                new Ahead(all.after(round), Math.max(round, lastStarted(events))))
                        .at(clock(log.get(end - 1).event()))
                        .with(
                                InFlight.after(
                                        events.subList(0, end),
                                        at -> all.by(at).applied(settings.scenario())))
                        .with(KeptLocals.of(checkpoint))
                        .with(Books.after(events.subList(0, end), seats(events)));
        return new Beginning(
                held ? state.holding(KeptState.model(checkpoint).sha256()) : state,
                KeptState.memories(checkpoint),
                log.subList(0, end),
                log.subList(end, log.size()));
    }

    private static ToIntFunction<String> seats(List<FederationEvent> log) {
        List<String> nodes =
                log.stream()
                        .filter(NodeJoined.class::isInstance)
                        .map(joined -> ((NodeJoined) joined).node())
                        .toList();
        return nodes::indexOf;
    }

    private static double clock(FederationEvent closing) {
        return closing instanceof RoundClosed closed ? closed.virtualSeconds() : 0;
    }

    private static int lastStarted(List<FederationEvent> events) {
        return events.stream()
                .filter(RoundStarted.class::isInstance)
                .mapToInt(FederationEvent::round)
                .reduce(0, (_, last) -> last);
    }

    private static int indexAfterClosing(int round, List<RecordedEvent> log) {
        for (int i = 0; i < log.size(); i++) {
            if (log.get(i).event() instanceof RoundClosed closed && closed.round() == round) {
                return i + 1;
            }
        }
        throw new IllegalStateException("the log has a checkpoint of round " + round + " unclosed");
    }

    /** The events of a run as those of another: nothing but the id differs. */
    static List<RecordedEvent> renamed(List<RecordedEvent> events, String run) {
        return events.stream().map(each -> each.under(run)).toList();
    }
}
