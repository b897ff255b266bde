package federarium.host.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.scenario.BuiltInScenarios;
import federarium.scenario.Scenario;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhoSeesWhatTest {
    private static final String EACH = "coordinator sees each node's update";
    private static final Scenario DIGITS = BuiltInScenarios.open("digits");

    @Test
    void aCoordinatorSeesUpdatesWhereNothingHidesThem() {
        assertTrue(WhoSeesWhat.of(DIGITS).contains(EACH));
    }

    @Test
    void anEdgeSeesThemInTheCoordinatorsPlace() {
        String words = WhoSeesWhat.of(DIGITS.with("topology.kind", "hierarchical"));

        assertFalse(words.contains(EACH), words);
        assertTrue(words.contains("an edge aggregator sees the updates of its nodes"), words);
    }

    @Test
    void neighboursSeeModelsWhereThereIsNoCoordinator() {
        String words =
                WhoSeesWhat.of(DIGITS.with(Map.of("mode", "gossip", "topology.kind", "ring")));

        assertFalse(words.contains("the coordinator"), words);
        assertTrue(words.contains("sends its model to its neighbours"), words);
    }

    @Test
    void nobodySeesASingleOneUnderMasks() {
        String words = WhoSeesWhat.of(DIGITS.with("secureAggregation", "true"));

        assertFalse(words.contains(EACH), words);
        assertTrue(words.contains("never a single one"), words);
    }
}
