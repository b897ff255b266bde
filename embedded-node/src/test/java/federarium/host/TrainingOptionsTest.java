package federarium.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent.UpdateReceived;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.projection.FederationState;
import federarium.scenario.Scenario;
import federarium.update.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nodes may be told about their training, in whole runs of the digits. */
class TrainingOptionsTest {

    @ParameterizedTest(name = "{0} {1}, rate {2}")
    @CsvSource({
        "training.optimizer, momentum, .02",
        "training.optimizer, adam, .005",
        "training.proximalMu, 1, .1",
        "training.weightDecay, 0.001, .1",
        "training.learningRateDecay, .95, .1",
        "training.localSteps, 20, .1",
        "training.earlyStop, .1, .1"
    })
    void learnToReadDigitsOnAnyNumberOfThreads(String key, String value, String rate) {
        Scenario scenario =
                Runs.digits(10)
                        .with("training.localEpochs", "3")
                        .with(key, value)
                        .with("training.learningRate", rate);
        FederationState one = Runs.fold(Runs.log(scenario, 1));
        double accuracy = one.points().getLast().evaluation().accuracy();

        assertTrue(accuracy > .85, "accuracy " + accuracy);
        assertEquals(one.modelSha256(), Runs.fold(Runs.log(scenario, 2)).modelSha256());
        assertNotEquals(hash(Runs.digits(10).with("training.localEpochs", "3")), one.modelSha256());
    }

    @Test
    void areFedAvgBitForBitAtNothing() {
        Scenario plain = Runs.digits(3);

        assertEquals(
                hash(plain),
                hash(plain.with("training.optimizer", "momentum").with("training.momentum", "0")));
    }

    /** Too little for float32, and yet it goes the way of those that are not nothing. */
    @ParameterizedTest
    @CsvSource({
        "training.proximalMu, 1e-30",
        "training.weightDecay, 1e-30",
        "training.learningRateDecay, 0.99999999999999"
    })
    void areFedAvgBitForBitAtNextToNothing(String key, String value) {
        Scenario plain = Runs.digits(3);

        assertEquals(hash(plain), hash(plain.with(key, value)));
    }

    /**
     * Every node takes two steps on all its rows. The second one begins at y, the same with and
     * without a pull: so it ends −η μ (y − x) from where the plain one does.
     */
    @Test
    void pullBackByTheRateTimesMuTimesTheDistance() {
        Scenario one =
                Runs.digits(1)
                        .with("training.batchSize", "100000")
                        .with("training.localSteps", "1");
        Scenario two = one.with("training.localSteps", "2");
        Weights start = model(one, 0);
        Weights once = model(one, 1);
        float[] expected = model(two, 1).toArray();
        once.addTo(expected, -.1f * .5f);
        start.addTo(expected, .1f * .5f);

        Weights pulled = model(two.with("training.proximalMu", "0.5"), 1);
        assertArrayEquals(expected, pulled.toArray(), 1e-6f);
        assertTrue(model(two, 1).distance(pulled) > 1e-3, "the pull is no matter of rounding");
    }

    /** A step on all rows: −η λ x beside the gradient's. */
    @Test
    void decayByTheRateTimesLambdaTimesTheWeights() {
        Scenario one =
                Runs.digits(1)
                        .with("training.batchSize", "100000")
                        .with("training.localSteps", "1");
        float[] expected = model(one, 1).toArray();
        model(one, 0).addTo(expected, -.1f * .5f);

        Weights decayed = model(one.with("training.weightDecay", "0.5"), 1);
        assertArrayEquals(expected, decayed.toArray(), 1e-6f);
    }

    private static Weights model(Scenario scenario, int round) {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation run = engine.start(scenario, Drive.UNATTENDED);
            run.finished().join();
            return KeptState.model(store.at(run.run(), round).orElseThrow());
        }
    }

    @Test
    void takeAsManyStepsAtEveryNodeWhateverItsRows() {
        Scenario scenario =
                Runs.digits(1).with("partition.kind", "size").with("training.localSteps", "25");

        Runs.log(scenario, 2)
                .forEach(each -> {
                    if (each.event() instanceof UpdateReceived received) {
                        assertEquals(25, received.steps());
                    }
                });
    }

    @ParameterizedTest
    @CsvSource({
        "training.optimizer, momentum",
        "training.optimizer, adam",
        "training.proximalMu, 1",
        "aggregation.rule, scaffold"
    })
    void giveOnDeeplearning4jWhatTheyGiveOnTheVectorApi(String key, String value) {
        Scenario scenario =
                Runs.digits(3)
                        .with("model.activation", "tanh")
                        .with("training.learningRate", ".01")
                        .with(key, value);

        assertEquals(loss(scenario), loss(scenario.with("compute", "dl4j")), 1e-3);
    }

    private static double loss(Scenario scenario) {
        return Runs.fold(Runs.log(scenario, 2)).points().getLast().evaluation().loss();
    }

    private static String hash(Scenario scenario) {
        return String.valueOf(Runs.fold(Runs.log(scenario, 2)).modelSha256());
    }
}
