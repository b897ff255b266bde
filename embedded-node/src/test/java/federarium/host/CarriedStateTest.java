package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RuleScore;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.scenario.Scenario;
import federarium.update.Weights;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rule or a node carries from round to round outlasts an interruption, bit for bit. */
class CarriedStateTest {

    @ParameterizedTest
    @CsvSource({
        "aggregation.rule, fedAvgM, rule.v",
        "aggregation.rule, fedAdam, rule.v",
        "aggregation.rule, fedYogi, rule.v",
        "aggregation.rule, fedAdagrad, rule.v",
        "aggregation.rule, centredClipping, rule.v",
        "aggregation.rule, scaffold, rule.c.1",
        "aggregation.rule, scaffold, node.7.control.1",
        "aggregation.rule, flTrust, model",
        "model.widths, '[1, 0.25]', model",
        "compression.kind, quantize, node.7.residual",
        "compression.kind, topK, node.7.residual",
        "compression.kind, sign, node.7.residual",
        "personal.kind, ditto, node.7.personal",
        "personal.kind, fedPer, node.7.layers",
        "privacy.mechanism, central, model",
        "privacy.mechanism, local, model",
        "privacy.mechanism, dpSgd, model"
    })
    void goesOnInAResumedRunAndInAFork(String key, String value, String kept) {
        assertGoesOn(Runs.digits(5).with("partition.kind", "dirichlet").with(key, value), kept);
    }

    /** Noise at σ = 1 costs ε 10.7 in four rounds: only a ledger that goes on stops there. */
    @Test
    void whatWasSpentStaysSpent() {
        assertGoesOn(
                Runs.digits(5).with("privacy.mechanism", "central").with("privacy.budget", "11"),
                "model");
    }

    /** What c08 keeps is settled by what became of its update: it is late in every round. */
    @ParameterizedTest
    @CsvSource({
        "aggregation.rule, scaffold, node.0.control.1",
        "compression.kind, topK, node.7.residual"
    })
    void goesOnWhereAnUpdateIsNeverTaken(String key, String value, String kept) {
        assertGoesOn(
                Runs.digits(5)
                        .with("nodes.delay", "[c08=9]")
                        .with("devices.stragglers", "deadline")
                        .with("devices.deadline", "5")
                        .with(key, value),
                kept);
    }

    /** Round 3 lies between two rounds of the root. */
    @ParameterizedTest
    @CsvSource({
        "aggregation.rule, fedAvg, local.models",
        "aggregation.rule, fedAdam, local.examples",
        "aggregation.rule, fedAdam, rule.v",
        "compression.kind, topK, node.7.residual"
    })
    void ofAHierarchyGoesOnToo(String key, String value, String kept) {
        assertGoesOn(
                Runs.digits(5)
                        .with("topology.kind", "hierarchical")
                        .with("topology.edges", "3")
                        .with("topology.edgeRounds", "2")
                        .with("cohort.fraction", "0.5")
                        .with(key, value),
                kept);
    }

    @ParameterizedTest
    @CsvSource({"ring, true", "random, true", "smallWorld, false"})
    void ofNodesWithoutACoordinatorGoesOnToo(String graph, String sameStart) {
        Scenario scenario =
                Runs.digits(5)
                        .with(Map.of("mode", "gossip", "topology.kind", graph))
                        .with("topology.sameStart", sameStart)
                        .with("cohort.fraction", "0.7");
        assertGoesOn(scenario, "local.models");
    }

    /** Under encryption the nodes apply the rule, so what it carries is theirs. */
    @Test
    void theModelThatOnlyNodesHoldGoesOnWithWhatTheirRuleCarries() {
        Scenario scenario =
                Runs.digits(5).with("encryption", "bfv").with("aggregation.rule", "fedAdam");
        assertGoesOn(scenario, "node.7.global");
        assertGoesOn(scenario, "node.7.rule.fedAdam.v");
    }

    /** Masks and keys are new in each life of a run; what they hide is the same. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "central", "distributed", "local"})
    void goesOnUnderMasksThatAreNewInEveryLife(String mechanism) {
        Scenario scenario =
                Runs.digits(5)
                        .with(Map.of("secureAggregation", "true", "privacy.mechanism", mechanism));
        assertGoesOn(scenario, "model");
    }

    private static void assertGoesOn(Scenario scenario, String kept) {
        try (RunStore store = RunStore.inMemory();
                Engine single = Engine.on(store, 1);
                Engine engine = Engine.on(store, 2)) {
            Federation whole = single.start(scenario, Drive.UNATTENDED);
            whole.finished().join();
            List<FederationEvent> expected = Runs.comparable(store.events(whole.run()));
            assertNotNull(store.at(whole.run(), 3).orElseThrow().named().get(kept));

            Federation closed = engine.start(scenario, Drive.WATCHED);
            new Paced(closed).advance(3);
            closed.close();
            engine.resume(closed.run(), Drive.UNATTENDED).finished().join();
            Runs.assertSame(expected, Runs.comparable(store.events(closed.run())));
            assertEquals(kept(store, whole), kept(store, closed));

            Federation fork = engine.fork(whole.run(), 3, Map.of(), Drive.UNATTENDED);
            fork.finished().join();
            Runs.assertSame(expected, Runs.comparable(store.events(fork.run())));
            assertEquals(kept(store, whole), kept(store, fork));
        }
    }

    @Test
    void beginsAnewWhereAForkTakesAnotherRuleWithItsKeys() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation parent = engine.start(digits("fedAvgM", 3), Drive.UNATTENDED);
            parent.finished().join();
            Map<String, String> changes =
                    Map.of("aggregation.clipNorm", "0.5", "aggregation.rule", "centredClipping");
            Federation fork = engine.fork(parent.run(), 1, changes, Drive.UNATTENDED);
            fork.finished().join();

            assertEquals(aggregated(1, store, parent.run()), aggregated(1, store, fork.run()));
            RuleScore score = aggregated(2, store, fork.run()).shares().getFirst().score();
            assertEquals("distance", score == null ? "none" : score.name());
        }
    }

    /**
     * What is kept after the last round: a node's own model shows in events as an accuracy alone.
     */
    private static Map<String, Weights> kept(RunStore store, Federation run) {
        return store.at(run.run(), 5).orElseThrow().named();
    }

    private static UpdatesAggregated aggregated(int round, RunStore store, String run) {
        return store.events(run).stream()
                .map(each -> each.event())
                .filter(event -> event instanceof UpdatesAggregated && event.round() == round)
                .map(UpdatesAggregated.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Scenario digits(String rule, int rounds) {
        return Runs.digits(rounds).with("aggregation.rule", rule);
    }
}
