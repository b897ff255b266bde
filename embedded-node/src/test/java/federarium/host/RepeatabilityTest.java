package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.scenario.BuiltInScenarios;
import federarium.scenario.Scenario;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatabilityTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void theNumberOfThreadsChangesNoEventAndNoBit(int threads) {
        Scenario scenario = Runs.digits(4).with("yardsticks", "always");

        Runs.assertSame(
                Runs.comparable(Runs.log(scenario, 3)),
                Runs.comparable(Runs.log(scenario, threads)));
    }

    @Test
    void anotherSeedGivesAnotherModel() {
        Scenario scenario = Runs.digits(1);

        assertNotEquals(
                Runs.fold(Runs.log(scenario, 2)).modelSha256(),
                Runs.fold(Runs.log(scenario.with("seed", "2"), 2)).modelSha256());
    }

    @Test
    void aPoissonCohortIsDrawnTheSameAgain() {
        Scenario scenario =
                Runs.digits(5).with("cohort.sampling", "poisson").with("cohort.fraction", "0.3");

        Runs.assertSame(
                Runs.comparable(Runs.log(scenario, 1)), Runs.comparable(Runs.log(scenario, 2)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void neitherThreadsNorMasksChangeAnEventOrABit(int threads) {
        Scenario scenario =
                Runs.digits(3)
                        .with(
                                Map.of(
                                        "secureAggregation",
                                        "true",
                                        "privacy.mechanism",
                                        "distributed"));

        Runs.assertSame(
                Runs.comparable(Runs.log(scenario, 2)),
                Runs.comparable(Runs.log(scenario, threads)));
    }

    /** Rounding to levels of 2⁻¹⁸ is all that differs. */
    @Test
    void masksCostNoAccuracy() {
        Scenario plain = Runs.digits(10);

        assertEquals(accuracy(plain), accuracy(plain.with("secureAggregation", "true")), .01);
    }

    private static double accuracy(Scenario scenario) {
        return Runs.fold(Runs.log(scenario, 2)).points().getLast().evaluation().accuracy();
    }

    @Test
    void theDefaultScenarioLearnsToReadDigits() {
        Scenario scenario = BuiltInScenarios.open("digits").with("rounds", "10");

        double accuracy = Runs.fold(Runs.log(scenario, 2)).points().get(10).evaluation().accuracy();

        assertTrue(accuracy > 0.9, "accuracy " + accuracy);
    }
}
