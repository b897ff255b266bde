package federarium.scenario;

import federarium.scenario.Privacy.Accountant;
import federarium.scenario.Privacy.Adaptive;
import federarium.scenario.Privacy.Clipping;
import federarium.scenario.Privacy.Mechanism;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which noise protects whom, and says what it does not go with. */
record PrivacyReader(Keys keys) {
    /** The rules that only take the mean of updates, whatever they do with it then. */
    static final Set<String> OF_THE_MEAN =
            Set.of("fedAvg", "fedSgd", "fedAvgM", "fedAdam", "fedYogi", "fedAdagrad");

    Privacy read() {
        String word = keys.text(PrivacySettings.MECHANISM);
        Mechanism mechanism =
                Arrays.stream(Mechanism.values())
                        .filter(each -> each.word().equals(word))
                        .findFirst()
                        .orElseThrow();
        if (mechanism == Mechanism.NONE) {
            return Privacy.NONE;
        }
        unit(mechanism);
        String budget = keys.given("privacy.budget");
        return new Privacy(
                mechanism,
                new Clipping(keys.real("privacy.clipNorm"), adaptive()),
                keys.real("privacy.noiseMultiplier"),
                keys.real("privacy.delta"),
                budget == null ? null : Double.valueOf(budget),
                Accountant.valueOf(keys.text("privacy.accountant").toUpperCase(Locale.ROOT)));
    }

    private @Nullable Adaptive adaptive() {
        return keys.text("privacy.clipping").equals("adaptive")
                ? new Adaptive(keys.real("privacy.clipQuantile"), keys.real("privacy.clipRate"))
                : null;
    }

    private void unit(Mechanism mechanism) {
        String unit = mechanism.unit().name().toLowerCase(Locale.ROOT);
        if (!keys.text("privacy.unit").equals(unit)) {
            throw keys.problem(
                    "privacy.unit",
                    mechanism.word() + " noise hides a " + unit + ", and nothing else is promised",
                    unit
                            + (unit.equals("client")
                                    ? ", or privacy.mechanism dpSgd"
                                    : ", or privacy.mechanism central, distributed or local"));
        }
    }

    /**
     * Refuses what would make the promise empty or untrue.
     *
     * @throws BadInputException naming the key, with what would work
     */
    static void check(Scenario scenario, int clients) {
        Privacy privacy = scenario.privacy();
        if (privacy.isNone()) {
            return;
        }
        if (privacy.budget() != null && privacy.noiseMultiplier() == 0) {
            throw BadInputException.of(
                    "privacy.budget",
                    "without noise the first round spends more than any budget; allowed:"
                            + " privacy.noiseMultiplier above 0, or no budget");
        }
        if (privacy.delta() >= 1) {
            throw BadInputException.of(
                    "privacy.delta", "a promise that always may fail is none; allowed: below 1");
        }
        if (!(scenario.topology() instanceof Topology.Star)) {
            refuse(
                    PrivacySettings.MECHANISM,
                    "the ledger is kept where a coordinator asks its nodes itself",
                    "topology.kind star");
        }
        if (!(scenario.mode() instanceof Mode.Synchronous)) {
            refuse(
                    PrivacySettings.MECHANISM,
                    "the ledger counts rounds that all nodes share",
                    "mode synchronous");
        }
        switch (privacy.mechanism()) {
            case NONE -> {}
            case CENTRAL -> {
                central(scenario);
                adaptive(scenario, clients);
            }
            case DISTRIBUTED, LOCAL -> unprotected(scenario);
            case DP_SGD -> {
                unprotected(scenario);
                if (scenario.training().earlyStop() > 0) {
                    refuse(
                            "training.earlyStop",
                            "where a node stops would tell of its rows what no noise covers",
                            "0");
                }
            }
        }
    }

    /** Noise on a mean protects what is made of that mean, and nothing else. */
    private static void central(Scenario scenario) {
        Rule rule = scenario.aggregation().rule();
        if (!OF_THE_MEAN.contains(rule.name())) {
            refuse(
                    AggregationSettings.RULE,
                    rule.name()
                            + " looks at single updates, and central noise covers only their mean",
                    String.join(", ", OF_THE_MEAN.stream().sorted().toList())
                            + "; or privacy.mechanism local");
        }
        if (scenario.model() instanceof Scenario.ModelSpec.Dense dense && !dense.isWhole()) {
            refuse(
                    "model.widths",
                    "noise of one size fits a sum in which every parameter has as many updates",
                    "[1], or privacy.mechanism local");
        }
    }

    /** Counting who was short enough must tell less than the updates may in all. */
    private static void adaptive(Scenario scenario, int clients) {
        if (scenario.privacy().clipping().adaptive() == null) {
            return;
        }
        double expected = scenario.cohort().size(clients);
        double most = 2 * Privacy.countNoise(expected);
        if (scenario.privacy().noiseMultiplier() >= most) {
            refuse(
                    "privacy.noiseMultiplier",
                    "adaptive clipping counts %d clients with less noise than that"
                            .formatted((int) expected),
                    "below "
                            + Decimals.plain(most)
                            + ", more clients in a round, or privacy.clipping fixed");
        }
    }

    /** What a rule is sent beside the update would go as it is. */
    private static void unprotected(Scenario scenario) {
        Rule rule = scenario.aggregation().rule();
        String beside =
                rule instanceof Rule.Scaffold
                        ? "control variates"
                        : rule instanceof Rule.QFedAvg ? "losses" : null;
        if (beside != null) {
            refuse(
                    AggregationSettings.RULE,
                    rule.name() + " is sent " + beside + " as well, which no noise covers",
                    "another rule");
        }
    }

    private static void refuse(String key, String why, String allowed) {
        throw BadInputException.of(key, why + "; allowed: " + allowed);
    }
}
