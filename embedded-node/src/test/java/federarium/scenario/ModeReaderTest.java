package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModeReaderTest {

    @Test
    void waitsForACohortWhereNothingElseIsSaid() {
        assertEquals(new Mode.Synchronous(), Yaml.digits("").mode());
    }

    @Test
    void takesThePapersDefaults() {
        assertEquals(
                new Mode.FedAsync(.6, "polynomial", .5, 4), Yaml.digits("mode: fedAsync").mode());
        assertEquals(
                new Mode.FedAsync(.6, "hinge", 10, 4),
                Yaml.digits("mode: fedAsync", "aggregation: {staleness: hinge}").mode());
        assertEquals(new Mode.FedBuff(10), Yaml.digits("mode: fedBuff").mode());
    }

    @Test
    void dropsTheKeysOfAnotherMode() {
        Scenario scenario =
                Yaml.digits("mode: fedBuff", "aggregation: {bufferSize: 3}")
                        .with("mode", "fedAsync")
                        .with("mode", "fedBuff");

        assertEquals(new Mode.FedBuff(10), scenario.mode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fedBuff | aggregation: {rule: krum} | aggregation.rule: fedBuff combines updates"
                        + " by itself; allowed: fedAvg",
                "fedAsync | aggregation: {serverLearningRate: 2} | aggregation.serverLearningRate:"
                        + " fedAsync moves by alpha alone; allowed: 1",
                "fedBuff | cohort: {sampling: poisson} | cohort.sampling: fedBuff keeps as many"
                        + " clients in training; allowed: fixed",
                "fedAsync | devices: {stragglers: deadline} | devices.stragglers: fedAsync takes"
                        + " updates however late they are; allowed: wait"
            })
    void refusesWhatNeedsACohort(String mode, String line, String message) {
        assertEquals("s.yaml:4: " + message, Yaml.refusal("mode: " + mode, line));
    }
}
