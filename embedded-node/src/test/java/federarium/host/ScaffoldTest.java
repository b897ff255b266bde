package federarium.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.host.Engine.Drive;
import federarium.persistence.Checkpoint;
import federarium.persistence.RunStore;
import federarium.scenario.Scenario;
import federarium.update.Weights;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaffoldTest {

    /** 719 of 1,438 rows a node, so that both weigh alike. */
    @Test
    void theFirstRoundIsFedAvgsAndTheSecondIsNot() {
        Scenario plain = Runs.digits(2).with("clients", "2");
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation fedAvg = engine.start(plain, Drive.UNATTENDED);
            fedAvg.finished().join();
            Scenario controlled = plain.with("aggregation.rule", "scaffold");
            Federation scaffold = engine.start(controlled, Drive.UNATTENDED);
            scaffold.finished().join();

            assertEquals(model(store, fedAvg, 1), model(store, scaffold, 1));
            assertNotEquals(model(store, fedAvg, 2), model(store, scaffold, 2));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cohort.fraction, 0.5, wait",
        "nodes.dropped, [c03], wait",
        "nodes.delay, [c03=9], deadline",
        "nodes.delay, [c03=0.9], partial",
        "compression.kind, topK, deadline",
        "personal.kind, fedPer, wait"
    })
    void theNodesControlsAddUpToNTimesTheServersWhoeverTakesPart(
            String key, String value, String stragglers) {
        Scenario scenario =
                Runs.digits(6)
                        .with("aggregation.rule", "scaffold")
                        .with("devices.profile", "silos")
                        .with("devices.stragglers", stragglers)
                        .with(
                                stragglers.equals("wait")
                                        ? Map.of()
                                        : Map.of("devices.deadline", "1"))
                        .with(key, value);
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation run = engine.start(scenario, Drive.UNATTENDED);
            run.finished().join();

            assertControlsAddUp(store.at(run.run(), 6).orElseThrow(), 1);
        }
    }

    /**
     * In rounds 2 and 3 the rule is another one, so c is forgotten: c_k of round 1 must not count.
     */
    @Test
    void theNodesControlsBeginAnewWithTheServers() {
        Scenario scenario =
                Runs.digits(5).with("aggregation.rule", "scaffold").with("cohort.fraction", "0.5");
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation run = engine.start(scenario, Drive.WATCHED);
            Paced pace = new Paced(run);
            pace.advance(1);
            pace.change("aggregation.rule", "fedAvg");
            pace.advance(2);
            pace.change("aggregation.rule", "scaffold");
            pace.advance(2);
            run.close();

            assertControlsAddUp(store.at(run.run(), 5).orElseThrow(), 4);
        }
    }

    private static void assertControlsAddUp(Checkpoint last, int since) {
        Weights server = last.named().get("rule.c." + since);
        assertNotNull(server);
        float[] sum = new float[server.size()];
        for (int client = 0; client < 8; client++) {
            Weights own = last.named().get("node." + client + ".control." + since);
            if (own != null) {
                own.addTo(sum, 1 / 8f);
            }
        }
        assertArrayEquals(server.toArray(), sum, 1e-6f);
        assertTrue(server.norm() > .01, "controls are no matter of rounding");
    }

    private static Weights model(RunStore store, Federation run, int round) {
        return KeptState.model(store.at(run.run(), round).orElseThrow());
    }
}
