package federarium.host;

import federarium.coordinator.Books;
import federarium.coordinator.Reckoning;
import federarium.event.PrivacyEvent.PrivacySpent;
import federarium.event.PrivacyEvent.ReadLog;
import federarium.event.PrivacyEvent.SpendingCarried;
import federarium.event.RecordedEvent;
import federarium.persistence.RunRecord;
import federarium.persistence.RunStore;
import federarium.privacy.accounting.Accountant;
import federarium.scenario.Privacy.Mechanism;
import federarium.scenario.Privacy.Unit;
import federarium.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the other runs of a home have told of the same rows, less what a run's own log has of it.
 *
 * <p>A client's promise covers each of its records, and a record's promise bounds nothing about its
 * client: so runs that promise a client count in those that promise a record, and not the other way
 * round; these, like runs without noise, are outside of the sum and are numbered.
 */
final class SpentElsewhere {
    private final RunStore store;
    private final Accountant accountant = new Accountant();
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    /** What a run has spent up to an event of its log. */
    private record Told(long last, List<RecordedEvent> spent) {}

    SpentElsewhere(RunStore store) {
        this.store = store;
    }

    /**
     * A run's beginning with what others have spent by now; the same where there is nothing.
     *
     * @param nodes ids in client order
     */
    Beginning carriedInto(
            Beginning beginning,
            String run,
            Scenario scenario,
            @Nullable Stake stake,
            List<String> nodes) {
        if (stake == null || scenario.privacy().isNone()) {
            return beginning;
        }
        Counted counted = Counted.in(beginning);
        CarriedSum sum = new CarriedSum(stake, nodes);
        List<ReadLog> from = new ArrayList<>();
        int outside = 0;
        for (RunRecord other : store.runs().reversed()) {
            Stake theirs = SettingsJson.stake(other.id(), other.settings());
            if (other.id().equals(run) || theirs == null || !theirs.file().equals(stake.file())) {
                continue;
            }
            if (!covers(theirs.noise(), stake.noise().unit())) {
                outside += other.lastRound() > 0 ? 1 : 0;
                continue;
            }
            List<RecordedEvent> fresh = counted.add(other.id(), spent(other.id()));
            if (!fresh.isEmpty()) {
                sum.add(theirs, fresh);
                from.add(new ReadLog(other.id(), fresh.getLast().seq()));
            }
        }
        if (from.isEmpty() && outside <= counted.outside()) {
            return beginning;
        }
        Reckoning reckoning = new Reckoning(scenario.privacy(), accountant);
        Books books = sum.onTopOf(beginning.state().books());
        SpendingCarried carried =
                new SpendingCarried(
                        Math.max(0, beginning.state().round()),
                        stake.unit(),
                        from,
                        outside,
                        sum.spendings(books, reckoning));
        return beginning.opening(carried, books);
    }

    private static boolean covers(Mechanism theirs, Unit unit) {
        return theirs != Mechanism.NONE && (theirs.unit() == Unit.CLIENT || unit == Unit.RECORD);
    }

    /** A log only grows, so one of the same length need not be read again. */
    private List<RecordedEvent> spent(String run) {
        long last = store.lastSeq(run);
        Told known = told.get(run);
        if (known == null || known.last() != last) {
            known = new Told(last, store.events(run).stream().filter(Counted::spends).toList());
            told.put(run, known);
        }
        return known.spent();
    }

    /**
     * What is counted already. A fork's log begins with its parent's events, number, time and all,
     * so that an event is counted once in whichever logs it is.
     *
     * @param read by run, how far its log was taken account of
     * @param outside how many runs were told to be outside
     */
    private record Counted(Set<RecordedEvent> events, Map<String, Long> read, int outside) {

        static Counted in(Beginning beginning) {
            Set<RecordedEvent> events = new HashSet<>();
            Map<String, Long> read = new HashMap<>();
            int outside = 0;
            for (RecordedEvent each :
                    Stream.concat(beginning.logged().stream(), beginning.expected().stream())
                            .toList()) {
                if (spends(each)) {
                    events.add(each);
                } else if (each.event() instanceof SpendingCarried carried) {
                    carried.from().forEach(from -> read.put(from.run(), from.through()));
                    outside = carried.outside();
                }
            }
            return new Counted(events, read, outside);
        }

        static boolean spends(RecordedEvent event) {
            return event.event() instanceof PrivacySpent;
        }

        /** Counts these, and returns those that were not. */
        List<RecordedEvent> add(String run, List<RecordedEvent> spent) {
            List<RecordedEvent> fresh = new ArrayList<>();
            long through = read.getOrDefault(run, 0L);
            for (RecordedEvent each : spent) {
                if (events.add(each) && each.seq() > through) {
                    fresh.add(each);
                }
            }
            return fresh;
        }
    }
}
