package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.EvidenceEvent.BackdoorMeasured;
import federarium.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hostile nodes do to a model, and what a rule does about it. */
class HostileRunsTest {
    private static final Scenario TWO_OF_TEN =
            scenario(
                    30,
                    "clients=10",
                    "attack.kind=signFlip",
                    "attack.clients=2",
                    "attack.strength=5");

    @Test
    void anAverageIsTurnedRoundByTwoOfTen() {
        double accuracy = accuracy(TWO_OF_TEN, 1);

        assertTrue(accuracy < .2, "accuracy " + accuracy);
    }

    /** Means of three runs: a test row is worth 0.3 points, and chance some of them. */
    @ParameterizedTest
    @ValueSource(strings = {"multiKrum", "median", "trimmedMean", "geometricMedian"})
    void aRobustRuleLosesLittleToTwoOfTen(String rule) {
        Scenario attacked = TWO_OF_TEN.with("aggregation.rule", rule);
        double hostile = mean(attacked);
        double honest = mean(attacked.with("attack.kind", "none"));

        assertTrue(hostile > honest - .03, hostile + " against " + honest);
    }

    private static double mean(Scenario scenario) {
        return LongStream.rangeClosed(1, 3)
                .mapToDouble(seed -> accuracy(scenario, seed))
                .average()
                .orElseThrow();
    }

    /** An attack that begins after the end is measured all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"backdoor", "replacement"})
    void aTriggerIsObeyedFarMoreThanByAnHonestModel(String kind) {
        Scenario planted = scenario(10, "attack.kind=" + kind);
        double obeyed = success(planted).getLast();
        double honest = success(planted.with("attack.from", "11")).getLast();

        assertTrue(obeyed > honest + .2, obeyed + " against " + honest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mode=synchronous",
                "attack.from=3",
                "topology.kind=hierarchical topology.edges=2 topology.edgeRounds=2",
                "mode=fedAsync",
                "mode=gossip topology.kind=ring",
                "secureAggregation=true",
                "encryption=bfv",
                "personal.kind=ditto"
            })
    void aBackdoorIsMeasuredInEveryRound(String settings) {
        Scenario scenario =
                scenario(3, ("attack.kind=backdoor attack.target=7 " + settings).split(" "));
        List<BackdoorMeasured> measured = measured(scenario);

        assertEquals(List.of(0, 1, 2, 3), measured.stream().map(BackdoorMeasured::round).toList());
        assertEquals(
                List.of("7"), measured.stream().map(BackdoorMeasured::target).distinct().toList());
    }

    /** Under fedPer there is no whole global model that a trigger could be shown to. */
    @ParameterizedTest
    @ValueSource(strings = {"attack.kind=backdoor personal.kind=fedPer", "attack.kind=labelFlip"})
    void noBackdoorIsMeasuredWithoutATriggerOrAModelToPutItTo(String settings) {
        assertEquals(List.of(), measured(scenario(1, settings.split(" "))));
    }

    private static List<Double> success(Scenario scenario) {
        return measured(scenario).stream().map(BackdoorMeasured::success).toList();
    }

    private static List<BackdoorMeasured> measured(Scenario scenario) {
        return Runs.comparable(Runs.log(scenario, 2)).stream()
                .filter(BackdoorMeasured.class::isInstance)
                .map(event -> (BackdoorMeasured) event)
                .toList();
    }

    private static double accuracy(Scenario scenario, long seed) {
        Scenario seeded = scenario.with("seed", String.valueOf(seed));
        return Runs.fold(Runs.log(seeded, 2)).points().getLast().evaluation().accuracy();
    }

    private static Scenario scenario(int rounds, String... settings) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (String setting : settings) {
            String[] keyAndValue = setting.split("=");
            changes.put(keyAndValue[0], keyAndValue[1]);
        }
        return Runs.digits(rounds).with(changes);
    }
}
