package federarium.desktop.view.odds;

import federarium.desktop.text.Figures;
import federarium.event.PrivacyEvent.PrivacySpent;
import federarium.event.PrivacyEvent.Spending;
import federarium.privacy.accounting.Charge;
import federarium.privacy.accounting.Ledger;
import federarium.projection.FederationState;
import federarium.projection.RoundPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was charged to a node by the end of a round.
 *
 * @param whose the node, as people call it
 * @param last what the last round that charged anybody told, or null where none did
 */
record Account(String whose, double epsilon, @Nullable PrivacySpent last, Ledger ledger) {

    /** Of a node by the end of a round; of those that have spent most where no node is named. */
    static Account of(FederationState state, @Nullable String node, int round) {
        List<PrivacySpent> told = told(state, round);
        Map<String, Double> spent = new HashMap<>();
        for (PrivacySpent each : told) {
            for (Spending spending : each.spendings()) {
                spending.nodes().forEach(id -> spent.put(id, spending.epsilon()));
            }
        }
        PrivacySpent last = told.isEmpty() ? null : told.getLast();
        if (node != null && state.nodes().seats().containsKey(node)) {
            String name = state.nodes().get(node).seat().name();
            return new Account(name, spent.getOrDefault(node, 0.0), last, ledger(told, node));
        }
        List<String> most = most(state, spent);
        return most.isEmpty()
                ? new Account("every node", 0, last, Ledger.EMPTY)
                : new Account(
                        words(state, most),
                        spent.getOrDefault(most.getFirst(), 0.0),
                        last,
                        ledger(told, most.getFirst()));
    }

    private static List<PrivacySpent> told(FederationState state, int round) {
        List<PrivacySpent> told = new ArrayList<>();
        for (RoundPoint point : state.points()) {
            PrivacySpent privacy = point.privacy();
            if (privacy != null && point.round() <= round) {
                told.add(privacy);
            }
        }
        return told;
    }

    /** The nodes that have spent most, in client order. */
    private static List<String> most(FederationState state, Map<String, Double> spent) {
        double top = spent.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return state.nodes().list().stream()
                .map(each -> each.id())
                .filter(id -> spent.getOrDefault(id, -1.0) == top)
                .toList();
    }

    private static String words(FederationState state, List<String> most) {
        if (most.size() == state.nodes().size()) {
            return "every node";
        }
        String first = state.nodes().get(most.getFirst()).seat().name();
        return most.size() == 1
                ? first + ", who has spent most"
                : "the %s that have spent most".formatted(Figures.many(most.size(), "node"));
    }

    private static Ledger ledger(List<PrivacySpent> told, String node) {
        Map<Charge, Long> steps = new HashMap<>();
        for (PrivacySpent each : told) {
            for (Spending spending : each.spendings()) {
                if (spending.nodes().contains(node)) {
                    Charge charge = new Charge(spending.noise(), spending.rate());
                    steps.merge(charge, spending.steps(), Math::addExact);
                }
            }
        }
        List<Ledger.Entry> entries = new ArrayList<>();
        steps.forEach((charge, count) -> entries.add(new Ledger.Entry(charge, count)));
        return new Ledger(entries);
    }
}
