package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not go with updates that nobody may look at; digits has eight nodes. */
class ConcealmentCheckTest {
    private static final String MEANS = "fedAdagrad, fedAdam, fedAvg, fedAvgM, fedSgd, fedYogi";

    @Test
    void hidesNothingUnlessAsked() {
        assertEquals(Concealment.NONE, Yaml.digits("").concealment());
    }

    @ParameterizedTest
    @CsvSource({
        "secureAggregation=true, MASKS",
        "encryption=bfv, BFV",
        "encryption=paillier, PAILLIER"
    })
    void readsWhatHidesUpdates(String change, Concealment concealment) {
        assertEquals(concealment, with(change).concealment());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    secureAggregation=true encryption=bfv | encryption: masks hide single updates already; allowed: none, or secureAggregation false
                    secureAggregation=true topology.kind=hierarchical | secureAggregation: one coordinator sums what its nodes send; allowed: topology.kind star
                    secureAggregation=true topology.kind=ring mode=gossip | secureAggregation: one coordinator sums what its nodes send; allowed: topology.kind star
                    encryption=bfv topology.kind=hierarchical | encryption: one coordinator sums what its nodes send; allowed: topology.kind star
                    secureAggregation=true mode=fedAsync | secureAggregation: a sum needs nodes that send in the same round; allowed: mode synchronous
                    encryption=bfv mode=fedBuff | encryption: a sum needs nodes that send in the same round; allowed: mode synchronous
                    secureAggregation=true compression.kind=topK | compression.kind: masked updates take as many bytes for every value, whatever it is; allowed: none
                    encryption=bfv compression.kind=sign | compression.kind: encrypted updates take as many bytes for every value, whatever it is; allowed: none
                    secureAggregation=true model.widths=[1,0.5] | model.widths: a sum of masked updates needs vectors of one size; allowed: [1]
                    secureAggregation=true training.earlyStop=0.1 | training.earlyStop: after how many steps a node stops tells of its rows, and masked updates are to tell nothing; allowed: 0
                    privacy.mechanism=distributed | privacy.mechanism: distributed noise is too little on a single update, and hides it only in a sum of masked ones; allowed: secureAggregation true, or local or central
                    encryption=bfv privacy.mechanism=central | privacy.mechanism: the coordinator adds ciphertexts that it cannot read, and every node reads their sum before any noise of central; allowed: local, dpSgd or none, or secureAggregation instead of encryption
                    encryption=paillier privacy.mechanism=distributed | privacy.mechanism: the coordinator adds ciphertexts that it cannot read, and every node reads their sum before any noise of distributed; allowed: local, dpSgd or none, or secureAggregation instead of encryption
                    secureAggregation=true privacy.mechanism=central cohort.sampling=poisson | cohort.sampling: a sum of too few is not opened, and that it was not would tell of the draw that the promise needs secret; allowed: fixed
                    secureAggregation=true privacy.mechanism=distributed cohort.sampling=poisson | cohort.sampling: a sum of too few is not opened, and that it was not would tell of the draw that the promise needs secret; allowed: fixed
                    """)
    void refusesWhatNeedsASingleUpdateOrTellsOfOne(String changes, String sentence) {
        assertEquals("--set: " + sentence, refusal(changes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "krum", "multiKrum", "bulyan", "trimmedMean", "median", "geometricMedian",
                "centredClipping", "normBound", "flTrust", "scaffold", "qFedAvg", "fedNova"
            })
    void refusesRulesThatLookAtMoreThanTheMean(String rule) {
        assertEquals(
                "--set: aggregation.rule: "
                        + rule
                        + " looks at single updates, or at more than their mean, and masked"
                        + " updates show only their sum; allowed: "
                        + MEANS,
                refusal("secureAggregation=true aggregation.rule=" + rule));
        assertEquals(
                "--set: aggregation.rule: "
                        + rule
                        + " looks at single updates, or at more than their mean, and encrypted"
                        + " updates show only their sum; allowed: "
                        + MEANS,
                refusal("encryption=bfv aggregation.rule=" + rule));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "secureAggregation=true clients=2 | 2 | 3",
                "secureAggregation=true cohort.fraction=0.25 | 2 | 3",
                "secureAggregation=true nodes.dropped=[c01,c02,c03,c04,c05,c06] | 2 | 3",
                "encryption=bfv cohort.fraction=0.1 | 1 | 2"
            })
    void refusesRoundsOfTooFew(String changes, int there, int needed) {
        String key = changes.startsWith("enc") ? "encryption" : "secureAggregation";

        assertEquals(
                "--set: %s: a sum over no more than %d hides nothing; allowed: %d nodes or more in a round (clients, cohort.fraction, nodes.dropped)"
                        .formatted(key, there, needed),
                refusal(changes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secureAggregation=true cohort.fraction=0.375",
                "secureAggregation=true cohort.fraction=0.1 cohort.sampling=poisson",
                "secureAggregation=true aggregation.rule=fedAdam",
                "secureAggregation=true privacy.mechanism=central",
                "secureAggregation=true privacy.mechanism=distributed",
                "secureAggregation=true privacy.mechanism=local",
                "secureAggregation=true privacy.mechanism=dpSgd",
                "secureAggregation=true personal.kind=fedPer",
                "encryption=bfv cohort.fraction=0.25",
                "encryption=bfv privacy.mechanism=local"
            })
    void takesWhatWorksOnSumsAlone(String changes) {
        with(changes).requireClients(8);
    }

    private static String refusal(String changes) {
        return String.valueOf(
                assertThrows(BadInputException.class, () -> with(changes)).getMessage());
    }

    private static Scenario with(String changes) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String each : changes.split(" ")) {
            all.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        return Yaml.digits("").with(all);
    }
}
