package federarium.host.command;

import federarium.event.FederationEvent;
import federarium.event.PrivacyEvent.BudgetsSpent;
import federarium.event.PrivacyEvent.RoundRestarted;
import federarium.event.PrivacyEvent.Spending;
import federarium.event.PrivacyEvent.SpendingCarried;
import federarium.scenario.Decimals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a terminal says of events that people should not miss. */
final class Remarks {
    private static final int MOST_NAMED = 5;

    private final Set<String> sittingOut = new HashSet<>();

    /** Sentences, or none. */
    List<String> on(FederationEvent event) {
        return switch (event) {
            case SpendingCarried carried -> on(carried);
            case RoundRestarted again ->
                    List.of(
                            "round %d is done again: %s; what it told before stays spent"
                                    .formatted(again.round(), again.reason()));
            case BudgetsSpent spent -> on(spent);
            default -> List.of();
        };
    }

    /** Of a node once. */
    private List<String> on(BudgetsSpent spent) {
        List<String> more = spent.nodes().stream().filter(sittingOut::add).toList();
        return more.isEmpty()
                ? List.of()
                : List.of(
                        "round %d without %s: more than is left of the budget would be spent"
                                .formatted(
                                        spent.round(),
                                        more.size() > MOST_NAMED
                                                ? many(more.size(), "node")
                                                : String.join(", ", more)));
    }

    private static List<String> on(SpendingCarried carried) {
        List<String> sentences = new ArrayList<>();
        int runs = carried.from().size();
        if (runs > 0) {
            sentences.add(
                    carried.round() == 0
                            ? "ε %s was spent on these rows by %s, and counts"
                                    .formatted(epsilon(carried), many(runs, "earlier run"))
                            : "ε %s is spent on these rows by round %d, with what %s told of them"
                                    .formatted(
                                            epsilon(carried),
                                            carried.round(),
                                            many(runs, "other run")));
        }
        int outside = carried.outside();
        if (outside > 0) {
            sentences.add(
                    "warning: %s on these rows promised nothing about a %s; what was told there is"
                                    .formatted(many(outside, "other run"), carried.unit())
                            + " in no ε");
        }
        return sentences;
    }

    private static String epsilon(SpendingCarried carried) {
        double most = carried.spendings().stream().mapToDouble(Spending::epsilon).max().orElse(0);
        return Decimals.brief(most);
    }

    private static String many(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
