package federarium.host;

import federarium.coordinator.Books;
import federarium.coordinator.Reckoning;
import federarium.event.PrivacyEvent.PrivacySpent;
import federarium.event.PrivacyEvent.Spending;
import federarium.event.RecordedEvent;
import federarium.privacy.accounting.Charge;
import federarium.privacy.accounting.Ledger;
import federarium.scenario.Privacy.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What other runs on the same rows cost the nodes of a run.
 *
 * <p>Where a run's nodes hold the same rows, node for node. Where the rows were dealt otherwise one
 * of them may have been at any node, so each is charged a ledger that none of that run's is above.
 * A record that changes moves its client's update by up to 2C, not by C as one that is missing
 * altogether; so noise on a sum counts half for records, and no draw of clients amplifies it.
 */
final class CarriedSum {
    private final Stake stake;
    private final List<String> nodes;
    private final Map<String, Ledger> sum = new TreeMap<>();

    /** Nothing yet, for a run with these nodes. */
    CarriedSum(Stake stake, List<String> nodes) {
        this.stake = stake;
        this.nodes = nodes;
    }

    /** Adds what a run has spent. */
    void add(Stake theirs, List<RecordedEvent> spent) {
        Map<String, Ledger> ledgers = new LinkedHashMap<>();
        for (RecordedEvent each : spent) {
            if (each.event() instanceof PrivacySpent event) {
                for (Spending spending : event.spendings()) {
                    Ledger one = Ledger.EMPTY.plus(charge(theirs, spending), spending.steps());
                    spending.nodes().forEach(node -> ledgers.merge(node, one, Ledger::plus));
                }
            }
        }
        if (stake.isDealtLike(theirs)) {
            ledgers.forEach((node, ledger) -> sum.merge(node, ledger, Ledger::plus));
        } else {
            Ledger above = Ledger.above(ledgers.values());
            nodes.forEach(node -> sum.merge(node, above, Ledger::plus));
        }
    }

    private Charge charge(Stake theirs, Spending spending) {
        boolean halved = theirs.noise().coversTheSum() && stake.noise().unit() == Unit.RECORD;
        return halved
                ? new Charge(spending.noise() / 2, 1)
                : new Charge(spending.noise(), spending.rate());
    }

    /** The books with all of it. */
    Books onTopOf(Books books) {
        return books.charged(spendings(_ -> 0), nodes::indexOf);
    }

    /** What the log says of it, with ε as it is in the books by then. */
    List<Spending> spendings(Books books, Reckoning reckoning) {
        return spendings(node -> reckoning.epsilon(books.of(nodes.indexOf(node))));
    }

    private interface Epsilon {
        double of(String node);
    }

    private record Kind(Ledger.Entry entry, double epsilon) {}

    private List<Spending> spendings(Epsilon epsilon) {
        Map<Kind, List<String>> kinds = new LinkedHashMap<>();
        sum.forEach((node, ledger) -> {
            for (Ledger.Entry entry : ledger.entries()) {
                Kind kind = new Kind(entry, epsilon.of(node));
                kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(node);
            }
        });
        List<Spending> spendings = new ArrayList<>();
        kinds.forEach((kind, charged) ->
                spendings.add(
                        new Spending(
                                List.copyOf(charged),
                                kind.entry().charge().noise(),
                                kind.entry().charge().rate(),
                                kind.entry().steps(),
                                kind.epsilon())));
        return spendings;
    }
}
