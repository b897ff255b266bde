package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.scenario.Privacy.Accountant;
import federarium.scenario.Privacy.Clipping;
import federarium.scenario.Privacy.Mechanism;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivacyReaderTest {

    @Test
    void promisesNothingUnlessAsked() {
        assertEquals(Privacy.NONE, Yaml.digits("").privacy());
    }

    @Test
    void readsEveryKey() {
        Scenario scenario =
                Yaml.digits(
                        "privacy: {mechanism: dpSgd, clipNorm: 2, noiseMultiplier: 1.1, delta:"
                                + " 1e-6, budget: 8, accountant: pld, unit: record}");

        assertEquals(
                new Privacy(
                        Mechanism.DP_SGD, new Clipping(2, null), 1.1, 1e-6, 8.0, Accountant.PLD),
                scenario.privacy());
    }

    @Test
    void keepsTheNoiseWhereAnotherMechanismAddsIt() {
        Scenario central = Yaml.digits("privacy: {mechanism: central, noiseMultiplier: 3}");

        assertEquals(3, central.with("privacy.mechanism", "local").privacy().noiseMultiplier());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    privacy.mechanism=central privacy.noiseMultiplier=0 privacy.budget=8 | privacy.budget: without noise the first round spends more than any budget; allowed: privacy.noiseMultiplier above 0, or no budget
                    privacy.mechanism=central privacy.clipNorm=0       | privacy.clipNorm: '0' does not fit; allowed: a number above 0 to 1000000
                    privacy.mechanism=central privacy.delta=1          | privacy.delta: a promise that always may fail is none; allowed: below 1
                    privacy.mechanism=central privacy.unit=record      | privacy.unit: central noise hides a client, and nothing else is promised; allowed: client, or privacy.mechanism dpSgd
                    privacy.mechanism=dpSgd privacy.unit=client        | privacy.unit: dpSgd noise hides a record, and nothing else is promised; allowed: record, or privacy.mechanism central, distributed or local
                    privacy.mechanism=central aggregation.rule=median  | aggregation.rule: median looks at single updates, and central noise covers only their mean; allowed: fedAdagrad, fedAdam, fedAvg, fedAvgM, fedSgd, fedYogi; or privacy.mechanism local
                    privacy.mechanism=local aggregation.rule=scaffold  | aggregation.rule: scaffold is sent control variates as well, which no noise covers; allowed: another rule
                    privacy.mechanism=dpSgd aggregation.rule=qFedAvg   | aggregation.rule: qFedAvg is sent losses as well, which no noise covers; allowed: another rule
                    privacy.mechanism=dpSgd training.earlyStop=0.1     | training.earlyStop: where a node stops would tell of its rows what no noise covers; allowed: 0
                    privacy.mechanism=central model.widths=[1,0.5]     | model.widths: noise of one size fits a sum in which every parameter has as many updates; allowed: [1], or privacy.mechanism local
                    privacy.mechanism=central privacy.clipping=adaptive | privacy.noiseMultiplier: adaptive clipping counts 8 clients with less noise than that; allowed: below 0.8, more clients in a round, or privacy.clipping fixed
                    privacy.mechanism=central topology.kind=ring       | privacy.mechanism: the ledger is kept where a coordinator asks its nodes itself; allowed: topology.kind star
                    privacy.mechanism=central mode=fedBuff             | privacy.mechanism: the ledger counts rounds that all nodes share; allowed: mode synchronous
                    privacy.noiseMultiplier=1                          | privacy.noiseMultiplier: means nothing while privacy.mechanism is none; allowed: privacy.mechanism central or local or distributed or dpSgd
                    """)
    void refusesWhatWouldMakeThePromiseEmptyOrUntrue(String changes, String sentence) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String each : changes.split(" +")) {
            all.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        Scenario digits = Yaml.digits("");

        BadInputException refused =
                assertThrows(BadInputException.class, () -> digits.with(all).requireClients(8));
        assertEquals("--set: " + sentence, refused.getMessage());
    }

    /** A map may have any order; the clipping would be dropped with the mechanism it hangs on. */
    @Test
    void takesAKindBeforeTheKindThatHangsOnIt() {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("privacy.clipping", "adaptive");
        changes.put("privacy.mechanism", "central");
        changes.put("privacy.noiseMultiplier", "0.1");

        Scenario scenario = BuiltInScenarios.open("digits").with(changes);

        assertEquals("adaptive", scenario.value("privacy.clipping"));
    }
}
