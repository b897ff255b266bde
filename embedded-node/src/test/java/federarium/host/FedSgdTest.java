package federarium.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.client.LocalTraining;
import federarium.data.FederatedData;
import federarium.host.Engine.Drive;
import federarium.model.LocalModel;
import federarium.persistence.RunStore;
import federarium.random.RandomStream;
import federarium.scenario.Scenario;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import org.junit.jupiter.api.Test;

class FedSgdTest {

    @Test
    void aRoundIsOneStepOfPooledGradientDescent() {
        Scenario scenario =
                Runs.digits(1)
                        .with("partition.kind", "size")
                        .with("aggregation.rule", "fedSgd")
                        .with("training.learningRate", "0.5");
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation federation = engine.start(scenario, Drive.UNATTENDED);
            federation.finished().join();
            Weights federated = model(store, federation.run(), 1);
            Weights start = model(store, federation.run(), 0);

            Weights pooled = start.plus(pooledStep(scenario, federation.data(), start).delta());

            assertArrayEquals(pooled.toArray(), federated.toArray(), 1e-6f);
            assertTrue(start.distance(pooled) > .1, "the step is no matter of rounding");
        }
    }

    /** As it is written, with whoever takes part. */
    @Test
    void isFedAvgOfOneStepOnAllRowsWhoeverTakesPart() {
        Scenario half =
                Runs.digits(3).with("cohort.fraction", "0.5").with("devices.availability", "0.8");

        assertEquals(
                sha256(half.with("training.batchSize", "100000")),
                sha256(half.with("aggregation.rule", "fedSgd")));
    }

    private static String sha256(Scenario scenario) {
        return String.valueOf(Runs.fold(Runs.log(scenario, 2)).modelSha256());
    }

    private static ClientUpdate pooledStep(Scenario scenario, FederatedData data, Weights start) {
        LocalModel model = Models.of(scenario, data).create();
        return new LocalTraining(data.dataset(), scenario.training())
                .train(model, start, data.train(), 0, 1, new RandomStream(1));
    }

    private static Weights model(RunStore store, String run, int round) {
        return KeptState.model(store.at(run, round).orElseThrow());
    }
}
