package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.scenario.Scenario.Aggregation;
import federarium.scenario.Scenario.Cohort;
import federarium.scenario.Scenario.ModelSpec;
import federarium.scenario.Scenario.Partition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario says that names its data and nothing else. */
class ScenarioDefaultsTest {
    private static final Scenario PLAIN = Yaml.digits();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "data.standardize, global",
                "data.testFraction, 0.2",
                "data.missing, drop",
                "data.features, []",
                "data.categorical, []",
                "data.ignore, []",
                "data.partition.kind, iid",
                "model.kind, dense",
                "model.hidden, [32]",
                "model.activation, relu",
                "compute, auto",
                "cohort.fraction, 1",
                "cohort.sampling, fixed",
                "training.optimizer, sgd",
                "training.learningRate, 0.1",
                "training.localEpochs, 1",
                "training.batchSize, 10",
                "training.momentum, 0",
                "training.proximalMu, 0",
                "training.weightDecay, 0",
                "training.learningRateDecay, 1",
                "training.localSteps, 0",
                "training.earlyStop, 0",
                "topology.kind, star",
                "mode, synchronous",
                "aggregation.rule, fedAvg",
                "aggregation.serverLearningRate, 1",
                "devices.profile, uniform",
                "compression.kind, none",
                "privacy.mechanism, none",
                "secureAggregation, false",
                "encryption, none",
                "attack.kind, none",
                "incentive.rule, none",
                "headline, accuracy",
                "yardsticks, auto",
                "rounds, 50",
                "seed, 1"
            })
    void areThoseOfTheDesign(String key, String value) {
        assertEquals(value, PLAIN.value(key));
    }

    @Test
    void areADenseModelOfThirtyTwoUnits() {
        assertEquals(new ModelSpec.Dense(List.of(32), "relu"), PLAIN.model());
    }

    @Test
    void areEightNodesThatAllTakePart() {
        assertEquals(8, PLAIN.clients());
        assertEquals(new Cohort(1, false), PLAIN.cohort());
    }

    @Test
    void areAsManyNodesAsTheDataNameWhereTheDealIsNatural() {
        assertNull(Yaml.digits("partition: {kind: natural}").clients());
    }

    @Test
    void areOneEpochInBatchesOfTen() {
        assertEquals(new Training(.1, 1, 10), PLAIN.training());
        assertEquals(new Aggregation(new Rule.FedAvg(), 1), PLAIN.aggregation());
    }

    @Test
    void areARandomDealOfStandardizedRows() {
        assertEquals(new Partition.Iid(), PLAIN.data().partition());
        assertEquals("global", PLAIN.data().standardize());
        assertEquals(.2, PLAIN.data().testFraction());
        assertNull(PLAIN.data().split());
    }

    @Test
    void areFiftyRoundsFromSeedOne() {
        assertEquals(50, PLAIN.rounds());
        assertEquals(1, PLAIN.seed());
    }

    @Test
    void areItsNameAsTitleAndNoStory() {
        assertEquals("s", PLAIN.title());
        assertEquals("", PLAIN.story());
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "dirichlet, alpha, 0.5",
        "pathological, classes, 2",
        "shard, shardsPerClient, 2",
        "feature, noise, 0.5",
        "feature, rotation, 0",
        "feature, brightness, 0"
    })
    void belongToTheKindOfDeal(String kind, String key, String value) {
        Scenario scenario = Yaml.digits("partition: {kind: " + kind + "}");

        assertEquals(value, scenario.value("data.partition." + key));
    }

    @Test
    void areTwoConvolutionsForAConvolutionalModel() {
        assertEquals(
                new ModelSpec.Conv(List.of(8, 16), 3, List.of(32), "relu"),
                Yaml.digits("model: {kind: conv}").model());
    }

    @Test
    void doNotExistForTheLabelOfADataSet() {
        assertThrows(IllegalArgumentException.class, () -> PLAIN.value("data.label"));
    }

    /** A default that its own key would refuse could not be written down. */
    @Test
    void fitTheirOwnKeys() {
        for (Setting setting : Settings.all()) {
            Value fallback = setting.fallback();
            assertFalse(fallback != null && !setting.kind().accepts(fallback), setting.toString());
        }
    }
}
