package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How updates are combined: every rule with its defaults, and what it refuses. */
class RuleReaderTest {
    static final String[] RULES = AggregationSettings.RULES;

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("fedAvg", new Rule.FedAvg()),
                Arguments.of("fedSgd", new Rule.FedSgd()),
                Arguments.of("fedAvgM", new Rule.FedAvgM(.9)),
                Arguments.of("fedAdam", new Rule.FedAdam(.9, .99, 1e-3)),
                Arguments.of("fedYogi", new Rule.FedYogi(.9, .99, 1e-3)),
                Arguments.of("fedAdagrad", new Rule.FedAdagrad(.9, 1e-3)),
                Arguments.of("fedNova", new Rule.FedNova()),
                Arguments.of("qFedAvg", new Rule.QFedAvg(.1)),
                Arguments.of("scaffold", new Rule.Scaffold()),
                Arguments.of("krum", new Rule.Krum(null)),
                Arguments.of("multiKrum", new Rule.MultiKrum(null, null)),
                Arguments.of("bulyan", new Rule.Bulyan(null)),
                Arguments.of("trimmedMean", new Rule.TrimmedMean(.2)),
                Arguments.of("median", new Rule.Median()),
                Arguments.of("geometricMedian", new Rule.GeometricMedian()),
                Arguments.of("centredClipping", new Rule.CentredClipping(1)),
                Arguments.of("normBound", new Rule.NormBound(1)),
                Arguments.of("flTrust", new Rule.FlTrust()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void readsARuleWithItsDefaults(String name, Rule rule) {
        assertEquals(rule, of(name).aggregation().rule());
        assertEquals(name, rule.name());
    }

    @Test
    void knowsEveryRuleOfTheTableAbove() {
        assertEquals(RULES.length, rules().count());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"fedAvg, 1", "fedAvgM, 1", "fedAdam, .03", "fedYogi, .03", "fedAdagrad, .1"})
    void takesTheServerRateThatGoesWithTheRule(String rule, double rate) {
        assertEquals(rate, of(rule).aggregation().serverLearningRate());
    }

    @Test
    void dropsTheServerRateWithTheRuleItWasGivenFor() {
        Scenario scenario =
                Yaml.digits("aggregation: {rule: fedAvg, serverLearningRate: 0.5}")
                        .with("aggregation.rule", "fedAdam");

        assertEquals(.03, scenario.aggregation().serverLearningRate());
    }

    @Test
    void takesOneInFiveForHostileWhereNobodySays() {
        assertEquals(2, Rule.byzantine(null, 10));
        assertEquals(1, Rule.byzantine(null, 9));
        assertEquals(0, Rule.byzantine(null, 4));
        assertEquals(3, Rule.byzantine(3, 10));
    }

    @Test
    void refusesAKeyOfAnotherRule() {
        assertEquals(
                "s.yaml:3: aggregation.tau: means nothing while aggregation.rule is fedAvgM;"
                        + " allowed: aggregation.rule fedAdam or fedYogi or fedAdagrad",
                Yaml.refusal("aggregation: {rule: fedAvgM, tau: 0.1}"));
    }

    @Test
    void refusesMoreHostileClientsThanKrumBears() {
        assertEquals(
                "s.yaml:3: aggregation.byzantine: krum against f = 3 hostile clients needs"
                        + " n ≥ 2f + 3 = 9 in a round, and there are 8; allowed: 0 to 2",
                Yaml.refusal("aggregation: {rule: krum, byzantine: 3}"));
    }

    /** One in five of ten is two, and Bulyan bears one. */
    @Test
    void refusesOneInFiveWhereThatIsTooManyForBulyan() {
        assertEquals(
                "s.yaml:4: aggregation.byzantine: bulyan against f = 2 hostile clients needs"
                        + " n ≥ 4f + 3 = 11 in a round, and there are 10; allowed: 0 to 1",
                Yaml.refusal("clients: 10", "aggregation: {rule: bulyan}"));
    }

    @Test
    void countsTheClientsOfARoundAndNotAllThereAre() {
        assertEquals(
                "s.yaml:5: aggregation.rule: multiKrum against f = 0 hostile clients needs"
                        + " n ≥ 2f + 3 = 3 in a round, and there are 2; allowed: 3 clients or more",
                Yaml.refusal(
                        "clients: 20",
                        "cohort: {fraction: 0.1}",
                        "aggregation: {rule: multiKrum}"));
    }

    @Test
    void countsNoDroppedNodes() {
        assertEquals(
                "s.yaml:4: aggregation.byzantine: krum against f = 2 hostile clients needs"
                        + " n ≥ 2f + 3 = 7 in a round, and there are 6; allowed: 0 to 1",
                Yaml.refusal(
                        "nodes: {dropped: [c01, c02]}", "aggregation: {rule: krum, byzantine: 2}"));
    }

    /** Of 8 nodes at 3 edges the first has c01, c02 and c03. */
    @Test
    void countsNoEdgeWhoseNodesWereAllDropped() {
        String krum = "aggregation: {rule: krum, byzantine: 0}";
        String edges = "topology: {kind: hierarchical, edges: 3}";

        assertDoesNotThrow(() -> Yaml.digits("nodes: {dropped: [c01]}", edges, krum));
        assertEquals(
                "s.yaml:5: aggregation.rule: krum against f = 0 hostile clients needs"
                        + " n ≥ 2f + 3 = 3 in a round, and there are 2; allowed: 3 clients or more",
                Yaml.refusal("nodes: {dropped: [c01, c02, c03]}", edges, krum));
    }

    @Test
    void refusesABoundWhereTheNumberOfClientsIsDrawn() {
        assertEquals(
                "s.yaml:3: cohort.sampling: krum needs a certain number of clients in every round,"
                        + " and poisson draws it; allowed: fixed",
                Yaml.refusal("cohort: {sampling: poisson}", "aggregation: {rule: krum}"));
    }

    @Test
    void refusesToTrimNothing() {
        assertEquals(
                "s.yaml:4: aggregation.trim: 0.1 of 4 values is less than one, so none would be"
                        + " dropped; allowed: 0, or from 0.25",
                Yaml.refusal("clients: 4", "aggregation: {rule: trimmedMean, trim: 0.1}"));
    }

    @Test
    void refusesToSelectMoreThanMultiKrumCan() {
        assertEquals(
                "s.yaml:3: aggregation.select: multiKrum chooses at most n − f − 2 = 8 − 1 − 2;"
                        + " allowed: 1 to 5",
                Yaml.refusal("aggregation: {rule: multiKrum, select: 6}"));
    }

    @Test
    void checksTheClientsThatTheDataNameOnceTheyAreKnown() {
        Scenario natural = Yaml.digits("partition: {kind: natural}", "aggregation: {rule: bulyan}");

        assertEquals(
                "s.yaml:4: aggregation.byzantine: bulyan against f = 1 hostile clients needs"
                        + " n ≥ 4f + 3 = 7 in a round, and there are 5; allowed: 0",
                Yaml.refusalOf(() -> natural.requireClients(5)));
    }

    @Test
    void takesOneStepOnAllRowsWithFedSgd() {
        assertEquals(new Training(.1, 1, Training.ALL_ROWS), of("fedSgd").training());
    }

    @Test
    void refusesStepsOfAnotherKindWithFedSgd() {
        BadInputException refusal =
                assertThrows(
                        BadInputException.class,
                        () ->
                                Yaml.digits(
                                        "training: {batchSize: 5}", "aggregation: {rule: fedSgd}"));

        assertEquals(
                "s.yaml:3: training.batchSize: means nothing while aggregation.rule is fedSgd",
                String.valueOf(refusal.getMessage()).replaceFirst(";.*", ""));
    }

    @Test
    void dropsTheStepsWithFedSgdAndKeepsThemWithAnyOtherRule() {
        Scenario small = Yaml.digits("training: {batchSize: 5}");

        assertEquals(5, small.with("aggregation.rule", "median").training().batchSize());
        assertEquals(
                10,
                small.with("aggregation.rule", "fedSgd")
                        .with("aggregation.rule", "fedAvg")
                        .training()
                        .batchSize());
    }

    @Test
    void takesAnyCohortWithFedSgd() {
        Scenario tenth = Yaml.digits("cohort: {fraction: 0.1}", "aggregation: {rule: fedSgd}");

        assertDoesNotThrow(() -> tenth.requireClients(100));
    }

    @Test
    void refusesQFedAvgWithoutARate() {
        assertEquals(
                "s.yaml:4: aggregation.rule: qFedAvg divides by the learning rate;"
                        + " allowed: training.learningRate above 0",
                Yaml.refusal("training: {learningRate: 0}", "aggregation: {rule: qFedAvg}"));
    }

    @Test
    void takesKeysOfARuleThatIsGivenAfterThem() {
        Map<String, String> changes =
                Map.of("aggregation.beta1", "0.5", "aggregation.rule", "fedAdagrad");

        assertEquals(
                new Rule.FedAdagrad(.5, 1e-3), Yaml.digits().with(changes).aggregation().rule());
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void changesEveryRuleWhileRunning(String rule) {
        assertEquals(rule, of("fedAvgM").with("aggregation.rule", rule).value("aggregation.rule"));
        assertNull(of(rule).document().value("aggregation.byzantine"));
    }

    private static Scenario of(String rule) {
        return Yaml.digits("aggregation: {rule: " + rule + "}");
    }
}
