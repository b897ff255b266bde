package federarium.scenario;

import java.util.List;

/** The keys below {@code aggregation}. */
final class AggregationSettings {
    static final String RULE = "aggregation.rule";

    /** Every rule there is. */
    static final String[] RULES = {
        "fedAvg",
        "fedSgd",
        "fedAvgM",
        "fedAdam",
        "fedYogi",
        "fedAdagrad",
        "fedNova",
        "qFedAvg",
        "scaffold",
        "krum",
        "multiKrum",
        "bulyan",
        "trimmedMean",
        "median",
        "geometricMedian",
        "centredClipping",
        "normBound",
        "flTrust"
    };

    /** The rules that leave it to the clients how many steps they take. */
    static final String[] RULES_WITH_STEPS =
            List.of(RULES).stream().filter(rule -> !rule.equals("fedSgd")).toArray(String[]::new);

    private AggregationSettings() {}

    static List<Setting> all() {
        return List.of(
                Settings.choice(
                                RULE,
                                "fedAvg",
                                "How updates are combined; fedSgd is fedAvg of one step on all of a"
                                        + " node's rows, and only with every node in the round a"
                                        + " step of pooled gradient descent.",
                                RULES)
                        .whileRunning(),
                real(
                                "serverLearningRate",
                                new Kind.Real(0, true, 1000),
                                "1",
                                "Share of the combined update that the model moves by; 0.03 for"
                                        + " fedAdam and fedYogi, 0.1 for fedAdagrad.",
                                RULES)
                        .withFallback("fedAdam", "0.03")
                        .withFallback("fedYogi", "0.03")
                        .withFallback("fedAdagrad", "0.1"),
                real("momentum", below1(), "0.9", "Momentum β of the server.", "fedAvgM"),
                real(
                        "beta1",
                        below1(),
                        "0.9",
                        "Share of the mean update that the server keeps.",
                        "fedAdam",
                        "fedYogi",
                        "fedAdagrad"),
                real(
                        "beta2",
                        below1(),
                        "0.99",
                        "Share of the mean squared update that the server keeps.",
                        "fedAdam",
                        "fedYogi"),
                real(
                        "tau",
                        new Kind.Real(0, false, 1000),
                        "0.001",
                        "How little the server adapts to each parameter.",
                        "fedAdam",
                        "fedYogi",
                        "fedAdagrad"),
                real(
                        "q",
                        new Kind.Real(0, true, 100),
                        "0.1",
                        "How much more a client of high loss weighs; 0 is the plain mean.",
                        "qFedAvg"),
                whole(
                        "byzantine",
                        0,
                        "Hostile clients f that the rule is to bear: ⌊n/5⌋ of n in a round.",
                        "krum",
                        "multiKrum",
                        "bulyan"),
                whole(
                        "select",
                        1,
                        "Updates m that are averaged: n − f − 2 of n in a round.",
                        "multiKrum"),
                real(
                        "trim",
                        new Kind.Real(0, true, 0.49),
                        "0.2",
                        "Share of the values of a parameter that is dropped at either end.",
                        "trimmedMean"),
                real(
                        "clipNorm",
                        new Kind.Real(0, false, 1e6),
                        "1",
                        "Norm that an update, or its distance from the last one, is clipped at.",
                        "centredClipping",
                        "normBound"));
    }

    private static Kind below1() {
        return new Kind.Real(0, true, 0.9999);
    }

    private static Setting real(
            String key, Kind kind, String fallback, String meaning, String... rules) {
        return Settings.setting("aggregation." + key, kind, fallback, meaning)
                .withOnly(RULE, rules)
                .whileRunning();
    }

    private static Setting whole(String key, long min, String meaning, String... rules) {
        return Settings.whole("aggregation." + key, null, min, 100_000, meaning)
                .withOnly(RULE, rules)
                .whileRunning();
    }
}
