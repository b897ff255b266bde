package federarium.scenario;

import static federarium.scenario.Settings.choice;
import static federarium.scenario.Settings.setting;

import federarium.scenario.Incentive.Coalitions;
import federarium.scenario.Incentive.Pay;
import federarium.scenario.Incentive.Utility;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys below {@code incentive}, what they are read as, and what they do not go with. */
final class IncentiveSettings {
    private static final String RULE = "incentive.rule";
    private static final String COMPARE = "incentive.compare";
    private static final String PRICE = "incentive.pricePerJoule";

    /** Their step is a sum of the updates with the weights that they tell. */
    private static final Set<String> WEIGHED =
            Set.of(
                    "fedAvg",
                    "fedSgd",
                    "krum",
                    "multiKrum",
                    "geometricMedian",
                    "normBound",
                    "flTrust");

    private IncentiveSettings() {}

    static List<Setting> all() {
        return List.of(
                choice(
                                RULE,
                                "none",
                                "How a round's pot is shared out. equal: alike; size: by rows;"
                                    + " leaveOneOut: by what is missing without an update; shapley:"
                                    + " by what it adds on average, to all coalitions of at most 8;"
                                    + " tmc, gtg: the same from sampled orders.",
                                "none",
                                "equal",
                                "size",
                                "leaveOneOut",
                                "shapley",
                                "tmc",
                                "gtg")
                        .whileRunning(),
                paying(
                        "incentive.pot",
                        new Kind.Real(0, true, 1e9),
                        "100",
                        "Credits that a round shares out; what nobody earns stays in the pot."),
                paying(
                        "incentive.coalitions",
                        new Kind.Choice(List.of("fixed", "renormalised")),
                        "fixed",
                        "The weights of updates in a coalition: fixed: their own, so that an update"
                            + " of zeros is worth exactly nothing; renormalised: in proportion, so"
                            + " that one which holds the others back may be paid for it."),
                paying(
                        "incentive.utility",
                        new Kind.Choice(List.of("accuracy", "loss")),
                        "accuracy",
                        "What a coalition's model is valued by, on the coordinator's validation"
                                + " rows."),
                paying(
                        "incentive.negative",
                        new Kind.Choice(List.of("nothing", "costs")),
                        "nothing",
                        "What an update that did harm earns: nothing, or it costs credits."),
                paying(
                        COMPARE,
                        new Kind.Flag(List.of("false", "true")),
                        "false",
                        "Whether all rules are worked out side by side; one of them pays."),
                paying(
                        PRICE,
                        new Kind.Real(0, true, 1e9),
                        null,
                        "Credits that a joule costs a node: it leaves where its pay stays below;"
                                + " without it nobody leaves."),
                paying(
                        "incentive.patience",
                        new Kind.Whole(1, 1000),
                        "3",
                        "Rounds over which a node sums up its pay before it leaves."));
    }

    private static Setting paying(String key, Kind kind, @Nullable String value, String text) {
        return setting(key, kind, value, text)
                .lastingWith(RULE, "equal", "size", "leaveOneOut", "shapley", "tmc", "gtg")
                .whileRunning();
    }

    static Incentive read(Keys keys) {
        String rule = keys.text(RULE);
        String price = keys.given(PRICE);
        return new Incentive(
                Arrays.stream(Pay.values())
                        .filter(each -> each.word().equals(rule))
                        .findFirst()
                        .orElseThrow(),
                keys.real("incentive.pot"),
                keys.text("incentive.coalitions").equals("fixed")
                        ? Coalitions.FIXED
                        : Coalitions.RENORMALISED,
                keys.text("incentive.utility").equals("loss") ? Utility.LOSS : Utility.ACCURACY,
                keys.text("incentive.negative").equals("costs"),
                keys.text(COMPARE).equals("true"),
                price == null ? null : Double.valueOf(price),
                keys.whole("incentive.patience"));
    }

    /** Refuses to pay, or to value, where nobody can. */
    static void check(Scenario scenario, int clients) {
        Incentive incentive = scenario.incentive();
        if (incentive.isNone()) {
            return;
        }
        if (!(scenario.topology() instanceof Topology.Star) || scenario.mode().arrivals() > 0) {
            refuse(
                    RULE,
                    "nobody knows whose updates a round took but the coordinator of a star whose"
                            + " nodes wait for each other",
                    "none, or topology.kind star and mode synchronous");
        }
        if (!incentive.valuesUpdates()) {
            return;
        }
        String key = incentive.rule().weighs() ? RULE : COMPARE;
        if (scenario.concealment() != Concealment.NONE) {
            refuse(key, "no single update can be valued where all are hidden", "equal, size");
        }
        String rule = scenario.aggregation().rule().name();
        if (!WEIGHED.contains(rule)) {
            refuse(
                    key,
                    rule + " does not move the model by a weighted sum of the updates",
                    "equal, size, or aggregation.rule "
                            + String.join(", ", WEIGHED.stream().sorted().toList()));
        }
        boolean whole =
                !(scenario.model() instanceof Scenario.ModelSpec.Dense dense) || dense.isWhole();
        if (!whole || scenario.personal() instanceof PersonalSpec.FedPer) {
            refuse(key, "an update that is no whole model's has no value by itself", "equal, size");
        }
        int cohort = scenario.cohort().poisson() ? clients : scenario.cohort().size(clients);
        if (incentive.rule() == Pay.SHAPLEY && cohort > 8) {
            refuse(
                    RULE,
                    "exact Shapley values of %d updates take 2^%d models".formatted(cohort, cohort),
                    "tmc, gtg, or at most 8 nodes in a round");
        }
    }

    private static void refuse(String key, String why, String allowed) {
        throw BadInputException.of(key, why + "; allowed: " + allowed);
    }
}
