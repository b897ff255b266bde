package federarium.privacy.accounting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that was charged to one unit of one node; it only grows.
 *
 * <p>Nobody's epsilon depends on the order of the charges, so a ledger keeps them sorted, equal
 * ones as one entry: two units with the same history have equal ledgers.
 *
 * @param entries sorted by noise and rate, no two with the same charge
 */
public record Ledger(List<Entry> entries) {
    private static final Comparator<Entry> ORDER =
            Comparator.comparingDouble((Entry entry) -> entry.charge().noise())
                    .thenComparingDouble(entry -> entry.charge().rate());

    /** The ledger of a unit that was never used. */
    public static final Ledger EMPTY = new Ledger(List.of());

    /**
     * The same charge a number of times.
     *
     * @param steps at least 1
     */
    public record Entry(Charge charge, long steps) {
        /**
         * @throws IllegalArgumentException if steps is below 1
         */
        public Entry {
            if (steps < 1) {
                throw new IllegalArgumentException(steps + " steps; allowed: 1 or more");
            }
        }

        /** With the same noise and the higher rate of both. */
        private Entry with(Entry other, long steps) {
            double rate = Math.max(charge.rate(), other.charge.rate());
            return new Entry(new Charge(charge.noise(), rate), steps);
        }
    }

    /** Sorts the entries and merges equal charges. */
    public Ledger {
        entries = canonical(entries);
    }

    /** After one more charge some number of times; 0 times leaves it as it is. */
    public Ledger plus(Charge charge, long steps) {
        return steps == 0 ? this : plus(new Ledger(List.of(new Entry(charge, steps))));
    }

    /** What two branches of a run on the same data have told in all. */
    public Ledger plus(Ledger other) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(other.entries);
        return new Ledger(all);
    }

    /**
     * A ledger that none of these is above: for each noise the highest rate that any has, and the
     * most steps.
     */
    public static Ledger above(Collection<Ledger> ledgers) {
        Map<Double, Entry> highest = new TreeMap<>();
        for (Ledger each : ledgers) {
            Map<Double, Entry> own = new TreeMap<>();
            for (Entry entry : each.entries) {
                own.merge(
                        entry.charge().noise(),
                        entry,
                        (a, b) -> a.with(b, Math.addExact(a.steps(), b.steps())));
            }
            own.forEach((noise, entry) ->
                    highest.merge(
                            noise, entry, (a, b) -> a.with(b, Math.max(a.steps(), b.steps()))));
        }
        return new Ledger(List.copyOf(highest.values()));
    }

    /** What was charged otherwise. */
    public Ledger without(Charge charge) {
        return new Ledger(
                entries.stream().filter(entry -> !entry.charge().equals(charge)).toList());
    }

    /** How often this charge was made. */
    public long steps(Charge charge) {
        return entries.stream()
                .filter(entry -> entry.charge().equals(charge))
                .mapToLong(Entry::steps)
                .sum();
    }

    /** How many steps of whatever kind there were. */
    public long steps() {
        return entries.stream().mapToLong(Entry::steps).reduce(0, Math::addExact);
    }

    private static List<Entry> canonical(List<Entry> entries) {
        List<Entry> merged = new ArrayList<>();
        for (Entry entry : entries.stream().sorted(ORDER).toList()) {
            Entry last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && last.charge().equals(entry.charge())) {
                merged.removeLast();
                merged.add(new Entry(last.charge(), Math.addExact(last.steps(), entry.steps())));
            } else {
                merged.add(entry);
            }
        }
        return List.copyOf(merged);
    }
}
