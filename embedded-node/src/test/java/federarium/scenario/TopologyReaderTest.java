package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopologyReaderTest {
    private static final Scenario STAR = BuiltInScenarios.open("digits");
    private static final Map<String, String> RING =
            Map.of("mode", "gossip", "topology.kind", "ring");

    @Test
    void anEdgeHasNodesThatStandTogether() {
        Topology.Hierarchical three = new Topology.Hierarchical(3, 1);

        assertEquals(
                "[0, 0, 0, 1, 1, 1, 2, 2]",
                IntStream.range(0, 8).mapToObj(node -> three.edgeOf(node, 8)).toList().toString());
    }

    @Test
    void theRootCombinesInEveryKthRoundAndInTheLast() {
        Topology.Hierarchical every3 = new Topology.Hierarchical(2, 3);

        assertEquals(
                "[3, 6, 7]",
                IntStream.rangeClosed(1, 7)
                        .filter(round -> every3.reachesRoot(round, 7))
                        .boxed()
                        .toList()
                        .toString());
    }

    @Test
    void refusesMoreEdgesThanNodes() {
        Scenario two = STAR.with("topology.kind", "hierarchical");

        assertEquals(
                "--set: topology.edges: 9 edges for 8 nodes leave some without any;"
                        + " allowed: 1 to 8",
                refusal(() -> two.with("topology.edges", "9")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedSgd", "fedNova", "qFedAvg", "scaffold", "flTrust"})
    void refusesRulesThatAskMoreThanAnUpdate(String rule) {
        Scenario asked = STAR.with("aggregation.rule", rule);

        assertEquals(
                "--set: aggregation.rule: "
                        + rule
                        + " needs more of every client than its update, and the root of a"
                        + " hierarchy sees only the edges'; allowed: fedAvg, fedAvgM, fedAdam,"
                        + " fedYogi, fedAdagrad, krum, multiKrum, bulyan, trimmedMean, median,"
                        + " geometricMedian, centredClipping, normBound; or topology.kind star",
                refusal(() -> asked.with("topology.kind", "hierarchical")));
    }

    @Test
    void aRobustRuleCountsTheEdges() {
        Scenario krum = STAR.with("topology.kind", "hierarchical").with("topology.edges", "4");

        assertEquals(
                "--set: aggregation.byzantine: krum against f = 1 hostile clients needs n ≥ 2f + 3"
                        + " = 5 in a round, and there are 4; allowed: 0",
                refusal(() ->
                        krum.with("aggregation.rule", "krum").with("aggregation.byzantine", "1")));
    }

    @Test
    void aGraphMeansGossipUntilItIsAStarAgain() {
        Scenario ring = STAR.with("topology.kind", "ring");

        assertEquals(new Mode.Gossip(), ring.mode());
        assertEquals(new Mode.Synchronous(), ring.with("topology.kind", "star").mode());
    }

    @Test
    void aGraphHasNobodyToWaitFor() {
        assertEquals(
                "--set: topology.kind: a ring has no coordinator to combine updates; allowed:"
                        + " mode gossip, or topology.kind star or hierarchical",
                refusal(() -> STAR.with("mode", "synchronous").with("topology.kind", "ring")));
    }

    @Test
    void gossipNeedsAGraph() {
        assertEquals(
                "--set: mode: gossip is between neighbours, and a star has none; allowed:"
                        + " topology.kind ring, torus, complete, random, smallWorld",
                refusal(() -> STAR.with("mode", "gossip")));
    }

    @Test
    void gossipHasNoRuleAtAServer() {
        Scenario median = STAR.with("aggregation.rule", "median");

        assertEquals(
                "--set: aggregation.rule: in gossip nodes mix their neighbours' models, and no"
                        + " rule combines updates; allowed: leaving it out, or topology.kind star",
                refusal(() -> median.with(RING)));
    }

    @Test
    void gossipSendsWholeModels() {
        Scenario sign = STAR.with("compression.kind", "sign");

        assertEquals(
                "--set: compression.kind: in gossip neighbours send whole models, not updates;"
                        + " allowed: none, or topology.kind star",
                refusal(() -> sign.with(RING)));
    }

    private static String refusal(org.junit.jupiter.api.function.Executable change) {
        return String.valueOf(assertThrows(BadInputException.class, change).getMessage());
    }
}
