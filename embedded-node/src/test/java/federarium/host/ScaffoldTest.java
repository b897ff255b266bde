package federarium.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.aggregation.Carried;
import federarium.aggregation.Scaffold;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.scenario.Scenario;
import federarium.update.Weights;
import org.junit.jupiter.api.Test;

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

    @Test
    void theNodesControlsAddUpToNTimesTheServersWhoeverTakesPart() {
        Scenario scenario =
                Runs.digits(6).with("aggregation.rule", "scaffold").with("cohort.fraction", "0.5");
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation run = engine.start(scenario, Drive.UNATTENDED);
            run.finished().join();
            Carried carried = KeptState.carried(store.at(run.run(), 6).orElseThrow());

            int size = model(store, run, 0).size();
            float[] sum = new float[size];
            for (int client = 0; client < 8; client++) {
                Scaffold.controls(carried, client, size).own().addTo(sum, 1 / 8f);
            }
            Weights server = Scaffold.controls(carried, 0, size).server();
            assertArrayEquals(server.toArray(), sum, 1e-6f);
            assertTrue(server.norm() > .01, "controls are no matter of rounding");
        }
    }

    private static Weights model(RunStore store, Federation run, int round) {
        return KeptState.model(store.at(run.run(), round).orElseThrow());
    }
}
