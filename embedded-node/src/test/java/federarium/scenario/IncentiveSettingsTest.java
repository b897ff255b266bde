package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.scenario.Incentive.Coalitions;
import federarium.scenario.Incentive.Pay;
import federarium.scenario.Incentive.Utility;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** digits has eight nodes and averages. */
class IncentiveSettingsTest {

    @Test
    void nobodyIsPaidUnlessAsked() {
        assertTrue(Yaml.digits("").incentive().isNone());
    }

    @Test
    void areReadAsWritten() {
        String yaml =
                """
                incentive: {rule: gtg, pot: 50, coalitions: renormalised, utility: loss,
                  negative: costs, compare: true, pricePerJoule: 2, patience: 4}
                """;

        assertEquals(
                new Incentive(
                        Pay.GTG, 50, Coalitions.RENORMALISED, Utility.LOSS, true, true, 2.0, 4),
                Yaml.digits(yaml).incentive());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incentive.rule=shapley",
                "incentive.rule=shapley clients=20 cohort.fraction=0.4",
                "incentive.rule=size secureAggregation=true",
                "incentive.rule=equal encryption=bfv",
                "incentive.rule=equal aggregation.rule=median",
                "incentive.rule=gtg aggregation.rule=multiKrum clients=12",
                "incentive.rule=gtg privacy.mechanism=central privacy.noiseMultiplier=1"
            })
    void goWithWhateverLetsUpdatesBeValued(String changes) {
        assertTrue(!with(changes).incentive().isNone());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    incentive.rule=shapley clients=9 | incentive.rule: exact Shapley values of 9 updates take 2^9 models; allowed: tmc, gtg, or at most 8 nodes in a round
                    incentive.rule=gtg secureAggregation=true | incentive.rule: no single update can be valued where all are hidden; allowed: equal, size
                    incentive.rule=equal incentive.compare=true encryption=bfv | incentive.compare: no single update can be valued where all are hidden; allowed: equal, size
                    incentive.rule=equal mode=fedBuff | incentive.rule: nobody knows whose updates a round took but the coordinator of a star whose nodes wait for each other; allowed: none, or topology.kind star and mode synchronous
                    incentive.rule=equal topology.kind=hierarchical | incentive.rule: nobody knows whose updates a round took but the coordinator of a star whose nodes wait for each other; allowed: none, or topology.kind star and mode synchronous
                    incentive.rule=gtg aggregation.rule=median | incentive.rule: median does not move the model by a weighted sum of the updates; allowed: equal, size, or aggregation.rule fedAvg, fedSgd, flTrust, geometricMedian, krum, multiKrum, normBound
                    incentive.rule=gtg model.widths=[1,0.5] | incentive.rule: an update that is no whole model's has no value by itself; allowed: equal, size
                    """)
    void refuseWhereNobodyCanPayOrValue(String changes, String sentence) {
        BadInputException refusal = assertThrows(BadInputException.class, () -> with(changes));

        assertEquals("--set: " + sentence, refusal.getMessage());
    }

    private static Scenario with(String changes) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String change : changes.split(" ")) {
            String[] keyAndValue = change.split("=", 2);
            settings.put(keyAndValue[0], keyAndValue[1]);
        }
        return BuiltInScenarios.open("digits").with(settings);
    }
}
