package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent.UpdateReceived;
import federarium.projection.FederationState;
import federarium.scenario.Scenario;
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

        assertEquals(hash(plain), hash(plain.with("training.proximalMu", "0")));
        assertEquals(
                hash(plain),
                hash(plain.with("training.optimizer", "momentum").with("training.momentum", "0")));
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
