package federarium.host;

import federarium.client.Memory;
import federarium.coordinator.Ahead;
import federarium.coordinator.Books;
import federarium.coordinator.Changes;
import federarium.coordinator.InFlight;
import federarium.coordinator.Purses;
import federarium.coordinator.RoundState;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.PrivacyEvent.RoundRestarted;
import federarium.event.PrivacyEvent.SpendingCarried;
import federarium.event.RecordedEvent;
import federarium.persistence.Checkpoint;
import federarium.scenario.Scenario;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where a run begins or goes on.
 *
 * @param memories what the nodes keep, by client
 * @param logged events that stand; the next to come has the number after them
 * @param expected events after these that an earlier life has logged already
 * @param opening what is told before anything else, or in a new run before its first round
 */
record Beginning(
        RoundState state,
        SortedMap<Integer, Memory> memories,
        List<RecordedEvent> logged,
        List<RecordedEvent> expected,
        List<FederationEvent> opening) {
    private static final String FRESH_NOISE =
            "the run was interrupted in it, and noise from the secure source is never drawn twice";

    private static final String OTHER_MACHINES =
            "the run was interrupted in it, and nodes of other machines may not all be back";

    /** A new run. */
    static Beginning fresh(Scenario scenario, Start start) {
        RoundState state = start.state(scenario, Changes.NONE);
        return new Beginning(state, Collections.emptySortedMap(), List.of(), List.of(), List.of());
    }

    /**
     * A run that goes on after its last checkpoint, or from the start if it has none. Where its
     * noise repeats, what an earlier life has logged after that comes again; where it does not, the
     * round that was interrupted is done anew.
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
            return fromTheStart(settings, start, log);
        }
        int round = checkpoint.round();
        int end = indexAfterClosing(round, log);
        List<FederationEvent> events = log.stream().map(RecordedEvent::event).toList();
        List<FederationEvent> closed = events.subList(0, end);
        if (settings.repeats()) {
            Changes all = Changes.in(events).union(settings.changes());
            Ahead ahead = new Ahead(all.after(round), Math.max(round, lastStarted(events)));
            return new Beginning(
                    state(settings, checkpoint, start, all, ahead, closed)
                            .with(Books.after(closed, seats(events)))
                            .with(Purses.after(closed)),
                    KeptState.memories(checkpoint),
                    log.subList(0, end),
                    log.subList(end, log.size()),
                    List.of());
        }
        Unfinished next = Unfinished.of(events.subList(end, events.size()));
        Changes all =
                Changes.in(closed).union(Changes.of(next.changes())).union(settings.changes());
        return new Beginning(
                state(settings, checkpoint, start, all, new Ahead(all.after(round), round), closed)
                        .with(Books.after(events, seats(events)))
                        .with(Purses.after(events)),
                KeptState.memories(checkpoint),
                log,
                List.of(),
                next.begun()
                        ? List.of(
                                new RoundRestarted(
                                        round + 1,
                                        settings.repeatsItsNoise() ? OTHER_MACHINES : FRESH_NOISE))
                        : List.of());
    }

    /** What was carried into the run is told again, at the same place. */
    private static Beginning fromTheStart(
            SettingsJson settings, Start start, List<RecordedEvent> log) {
        List<FederationEvent> carried =
                log.stream()
                        .map(RecordedEvent::event)
                        .filter(SpendingCarried.class::isInstance)
                        .toList();
        List<FederationEvent> events = log.stream().map(RecordedEvent::event).toList();
        RoundState state =
                start.state(settings.scenario(), settings.changes())
                        .with(Books.after(carried, seats(events)));
        return new Beginning(state, Collections.emptySortedMap(), List.of(), log, carried);
    }

    private static RoundState state(
            SettingsJson settings,
            Checkpoint checkpoint,
            Start start,
            Changes all,
            Ahead ahead,
            List<FederationEvent> closed) {
        boolean held = settings.scenario().concealment().encrypts();
        Weights kept = KeptState.model(checkpoint);
        RoundState state =
                RoundState.closed(
                                all.by(checkpoint.round()).applied(settings.scenario()),
                                checkpoint.round(),
                                held ? start.model() : kept,
                                KeptState.carried(checkpoint),
                                ahead)
                        .at(clock(closed.getLast()))
                        .with(InFlight.after(closed, at -> all.by(at).applied(settings.scenario())))
                        .with(KeptLocals.of(checkpoint));
        return held ? state.holding(kept.sha256()) : state;
    }

    /** The same with more told at first, and these charges in the books. */
    Beginning opening(FederationEvent more, Books books) {
        List<FederationEvent> all = new ArrayList<>(opening);
        all.add(more);
        return new Beginning(state.with(books), memories, logged, expected, all);
    }

    /** What was changed by now, and what is to change later. */
    Changes changes() {
        return Changes.in(logged.stream().map(RecordedEvent::event).toList())
                .union(state.ahead().pending());
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

    /** The events up to the end of a round. */
    static List<RecordedEvent> through(int round, List<RecordedEvent> log) {
        return log.subList(0, indexAfterClosing(round, log));
    }

    /** The events of a run as those of another: nothing but the id differs. */
    static List<RecordedEvent> renamed(List<RecordedEvent> events, String run) {
        return events.stream().map(each -> each.under(run)).toList();
    }
}
