package federarium.scenario;

import federarium.scenario.Scenario.Aggregation;
import org.jspecify.annotations.Nullable;

/** Reads how updates are combined, and says what a rule does not go with. */
record RuleReader(Keys keys) {

    Aggregation read() {
        return new Aggregation(rule(), real("serverLearningRate"));
    }

    private Rule rule() {
        String rule = keys.text(AggregationSettings.RULE);
        return switch (rule) {
            case "fedAvg" -> new Rule.FedAvg();
            case "fedSgd" -> new Rule.FedSgd();
            case "fedAvgM" -> new Rule.FedAvgM(real("momentum"));
            case "fedAdam" -> new Rule.FedAdam(real("beta1"), real("beta2"), real("tau"));
            case "fedYogi" -> new Rule.FedYogi(real("beta1"), real("beta2"), real("tau"));
            case "fedAdagrad" -> new Rule.FedAdagrad(real("beta1"), real("tau"));
            case "fedNova" -> new Rule.FedNova();
            case "qFedAvg" -> new Rule.QFedAvg(real("q"));
            case "scaffold" -> new Rule.Scaffold();
            case "krum" -> new Rule.Krum(whole("byzantine"));
            case "multiKrum" -> new Rule.MultiKrum(whole("byzantine"), whole("select"));
            case "bulyan" -> new Rule.Bulyan(whole("byzantine"));
            case "trimmedMean" -> new Rule.TrimmedMean(real("trim"));
            case "median" -> new Rule.Median();
            case "geometricMedian" -> new Rule.GeometricMedian();
            case "centredClipping" -> new Rule.CentredClipping(real("clipNorm"));
            case "normBound" -> new Rule.NormBound(real("clipNorm"));
            case "flTrust" -> new Rule.FlTrust();
            default -> throw new IllegalStateException("no rule is called " + rule);
        };
    }

    private double real(String key) {
        return keys.real("aggregation." + key);
    }

    private @Nullable Integer whole(String key) {
        String given = keys.given("aggregation." + key);
        return given == null ? null : Integer.valueOf(given);
    }

    /**
     * Refuses a rule that cannot work with these clients.
     *
     * @param clients the number of nodes
     * @throws BadInputException naming the key, with what would work
     */
    static void check(Scenario scenario, int clients) {
        int n = scenario.combined(clients);
        switch (scenario.aggregation().rule()) {
            case Rule.Krum krum -> {
                always(scenario, krum);
                bear("krum", krum.byzantine(), 2, n);
            }
            case Rule.MultiKrum krum -> {
                always(scenario, krum);
                bear("multiKrum", krum.byzantine(), 2, n);
                select(krum, n);
            }
            case Rule.Bulyan bulyan -> {
                always(scenario, bulyan);
                bear("bulyan", bulyan.byzantine(), 4, n);
            }
            case Rule.TrimmedMean(double trim) -> trims(trim, n);
            case Rule.QFedAvg rule -> moving(rule, scenario);
            case Rule.Scaffold rule -> moving(rule, scenario);
            default -> {}
        }
    }

    /** A bound on n cannot be promised where n is only a mean. */
    private static void always(Scenario scenario, Rule rule) {
        if (scenario.cohort().poisson()) {
            throw BadInputException.of(
                    "cohort.sampling",
                    rule.name()
                            + " needs a certain number of clients in every round, and poisson draws"
                            + " it; allowed: fixed");
        }
    }

    /** ⌊trim · n⌋ ≥ 1, or nothing at all. */
    private static void trims(double trim, int n) {
        if (trim > 0 && (int) (trim * n) == 0) {
            throw BadInputException.of(
                    "aggregation.trim",
                    "%s of %d values is less than one, so none would be dropped; allowed: 0, or %s"
                            .formatted(
                                    Decimals.plain(trim),
                                    n,
                                    n < 3
                                            ? "3 clients or more in a round"
                                            : "from %s".formatted(Decimals.plain(1.0 / n))));
        }
    }

    /** n ≥ factor · f + 3. */
    private static void bear(String rule, @Nullable Integer byzantine, int factor, int n) {
        int f = Rule.byzantine(byzantine, n);
        if (n >= factor * f + 3) {
            return;
        }
        String problem =
                "%s against f = %d hostile clients needs n ≥ %df + 3 = %d in a round, and there are"
                        .formatted(rule, f, factor, factor * f + 3);
        throw n < 3
                ? BadInputException.of(
                        "aggregation.rule", problem + " " + n + "; allowed: 3 clients or more")
                : BadInputException.of(
                        "aggregation.byzantine",
                        "%s %d; allowed: %s".formatted(problem, n, upTo((n - 3) / factor)));
    }

    private static String upTo(int most) {
        return most == 0 ? "0" : "0 to " + most;
    }

    /** m ≤ n − f − 2. */
    private static void select(Rule.MultiKrum krum, int n) {
        int f = Rule.byzantine(krum.byzantine(), n);
        Integer m = krum.select();
        if (m != null && m > n - f - 2) {
            throw BadInputException.of(
                    "aggregation.select",
                    "multiKrum chooses at most n − f − 2 = %d − %d − 2; allowed: 1 to %d"
                            .formatted(n, f, n - f - 2));
        }
    }

    private static void moving(Rule rule, Scenario scenario) {
        if (scenario.training().learningRate() == 0) {
            throw BadInputException.of(
                    "aggregation.rule",
                    rule.name()
                            + " divides by the learning rate; allowed:"
                            + " training.learningRate above 0");
        }
    }
}
