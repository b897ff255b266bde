package federarium.coordinator;

import federarium.event.FederationEvent;
import federarium.event.PrivacyEvent.PrivacySpent;
import federarium.event.PrivacyEvent.Spending;
import federarium.privacy.accounting.Accountant;
import federarium.privacy.accounting.Charge;
import federarium.privacy.accounting.Ledger;
import federarium.scenario.Privacy;
import federarium.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a round's noise costs whom.
 *
 * <p>Central noise covers a sum in which one update may be there or be zero. Where the cohort is
 * drawn by a coin for every node, each one awake is charged, drawn or not, and the draw amplifies;
 * where it has a fixed size each one drawn is charged in full. So it is where the nodes add that
 * noise in shares: {@link SumTerms} sees to it that they come to no less. Noise of a node's own
 * covers its update against any other one, twice as far away; so it is charged with half the
 * multiplier. In DP-SGD every step of a node draws its rows by a coin each.
 */
record Charges(RunPlan plan, Scenario scenario, Accountant accountant) {

    private record Kind(Charge charge, long steps, double epsilon) {}

    /** What a client's part in a round is charged as. */
    Charge charge(int client) {
        Privacy privacy = scenario.privacy();
        double noise = privacy.noiseMultiplier();
        return switch (privacy.mechanism()) {
            case NONE -> throw new IllegalStateException("nothing is promised");
            case CENTRAL, DISTRIBUTED ->
                    new Charge(
                            noise, scenario.cohort().poisson() ? scenario.cohort().fraction() : 1);
            case LOCAL -> new Charge(noise / 2, 1);
            case DP_SGD -> {
                int rows = examples(client);
                int expected = Math.min(scenario.training().batchSize(), rows);
                yield new Charge(noise, (double) expected / rows);
            }
        };
    }

    /** How often. */
    long steps(int client) {
        return scenario.privacy().mechanism() == Privacy.Mechanism.DP_SGD
                ? scenario.training().stepsOn(examples(client))
                : 1;
    }

    private int examples(int client) {
        return plan.nodes().get(client).examples();
    }

    /** Of some clients those that have less left of their budget than a round costs them. */
    List<Integer> without(List<Integer> clients, Books books) {
        Double budget = scenario.privacy().budget();
        return budget == null || scenario.privacy().isNone()
                ? List.of()
                : clients.stream().filter(client -> !fits(client, books, budget)).toList();
    }

    private boolean fits(int client, Books books, double budget) {
        Ledger then = books.of(client).plus(charge(client), steps(client));
        return epsilon(then) <= budget;
    }

    private double epsilon(Ledger ledger) {
        return reckoning().epsilon(ledger);
    }

    private Reckoning reckoning() {
        return new Reckoning(scenario.privacy(), accountant);
    }

    /** Whom a round charges, where the cohort was drawn among these. */
    List<Integer> charged(List<Integer> among, List<Integer> cohort) {
        if (scenario.privacy().isNone()) {
            return List.of();
        }
        return chargesAll() ? among : cohort;
    }

    private boolean chargesAll() {
        return scenario.privacy().mechanism().coversTheSum() && scenario.cohort().poisson();
    }

    /** The books once they are charged. */
    Books charge(Books books, List<Integer> clients) {
        Books charged = books;
        for (int client : clients) {
            charged = charged.charged(client, charge(client), steps(client));
        }
        return charged;
    }

    /**
     * What the log says of it.
     *
     * @param before the books without this round
     * @param books those with it
     */
    FederationEvent spent(int round, Books before, Books books, List<Integer> clients) {
        Privacy privacy = scenario.privacy();
        Map<Kind, List<String>> kinds = new LinkedHashMap<>();
        for (int client : clients) {
            Kind kind = new Kind(charge(client), steps(client), epsilon(books.of(client)));
            kinds.computeIfAbsent(kind, _ -> new ArrayList<>())
                    .add(plan.nodes().get(client).node());
        }
        List<Spending> spendings = new ArrayList<>();
        kinds.forEach((kind, nodes) ->
                spendings.add(
                        new Spending(
                                List.copyOf(nodes),
                                kind.charge().noise(),
                                kind.charge().rate(),
                                kind.steps(),
                                kind.epsilon())));
        return new PrivacySpent(
                round,
                privacy.mechanism().word(),
                privacy.mechanism().unit().name().toLowerCase(Locale.ROOT),
                before.clipNorm(privacy),
                books.clipNorm(privacy),
                privacy.noiseMultiplier(),
                privacy.delta(),
                privacy.accountant().name().toLowerCase(Locale.ROOT),
                plan.noise().repeatable() ? "seeded" : "secure",
                privacy.budget(),
                spendings,
                lastRound(round, books, clients));
    }

    private @Nullable Integer lastRound(int round, Books books, List<Integer> clients) {
        Double budget = scenario.privacy().budget();
        int most = -1;
        for (int client : clients) {
            if (most < 0 || epsilon(books.of(client)) > epsilon(books.of(most))) {
                most = client;
            }
        }
        if (budget == null || most < 0) {
            return null;
        }
        long left =
                accountant.stepsLeft(
                                books.of(most),
                                charge(most),
                                scenario.privacy().delta(),
                                budget,
                                reckoning().method())
                        / steps(most);
        double each = chargesAll() ? 1 : scenario.cohort().fraction();
        double last = round + left / each;
        return last < scenario.rounds() ? (int) last : null;
    }
}
