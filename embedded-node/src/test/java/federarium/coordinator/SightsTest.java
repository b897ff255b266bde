package federarium.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.PrivacyEvent.Sight;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message shows: to the coordinator, another node, an eavesdropper. */
class SightsTest {

    @Test
    void anUpdateIsPlainToTheCoordinatorWhereNothingHidesIt() {
        assertEquals(sight("an update", "plain", "nothing", "plain"), of("an update"));
    }

    @Test
    void anUpdateIsNoisedWhereItsNodeDoesThat() {
        for (String mechanism : List.of("local", "dpSgd")) {
            String[] settings = {"privacy.mechanism", mechanism};

            assertEquals(
                    sight("an update", "noised", "nothing", "noised"), of("an update", settings));
            assertEquals(
                    sight("the model", "noised", "noised", "noised"), of("the model", settings));
        }
    }

    @Test
    void centralNoiseHidesNothingFromTheCoordinator() {
        String[] settings = {"privacy.mechanism", "central"};

        assertEquals(sight("an update", "plain", "nothing", "plain"), of("an update", settings));
        assertEquals(sight("the model", "plain", "noised", "noised"), of("the model", settings));
    }

    @Test
    void anUpdateUnderMasksIsShownToNobody() {
        String[] settings = {"secureAggregation", "true"};

        assertEquals(sight("an update", "masked", "nothing", "masked"), of("an update", settings));
        assertEquals(
                sight("the sum of the updates", "sum only", "nothing", "sum only"),
                of("the sum of the updates", settings));
    }

    /** Noise of the coordinator's is not in the sum that it opens; noise of the nodes is. */
    @ParameterizedTest
    @CsvSource({
        "central, sum only",
        "'distributed', 'sum only, noised'",
        "'local', 'sum only, noised'",
        "'dpSgd', 'sum only, noised'"
    })
    void aSumUnderMasksIsNoisedWhereTheNodesDidThat(String mechanism, String seen) {
        assertEquals(
                seen,
                of(
                                "the sum of the updates",
                                "secureAggregation",
                                "true",
                                "privacy.mechanism",
                                mechanism)
                        .coordinator());
    }

    @Test
    void aSumOfCiphertextsIsReadByTheNodesAlone() {
        assertEquals(
                sight("the sum of the updates", "ciphertext", "sum only", "ciphertext"),
                of("the sum of the updates", "encryption", "bfv"));
        assertEquals(
                sight("an update, under bfv", "ciphertext", "nothing", "ciphertext"),
                of("an update, under bfv", "encryption", "bfv"));
    }

    @Test
    void anEdgeSeesUpdatesAndTheRootWhatItMadeOfThem() {
        String[] settings = {"topology.kind", "hierarchical"};

        assertEquals(
                sight("an update, to its edge", "nothing", "nothing", "plain"),
                of("an update, to its edge", settings));
        assertEquals("sum only", of("the model of an edge", settings).coordinator());
    }

    @Test
    void modelsOfPeersAreSeenByTheirNeighbours() {
        assertEquals(
                sight("a node's model, to its neighbours", "nothing", "plain", "plain"),
                of("a node's model, to its neighbours", "mode", "gossip", "topology.kind", "ring"));
    }

    @ParameterizedTest
    @CsvSource({
        "aggregation.rule, scaffold, a node's control variate",
        "aggregation.rule, qFedAvg, loss of the model on a node's rows"
    })
    void rulesThatAreSentMoreSeeMore(String key, String rule, String message) {
        assertEquals("plain", of(message, key, rule).coordinator());
    }

    /** What the coordinator is told beside any update, masked or not. */
    @ParameterizedTest
    @CsvSource({
        "secureAggregation, false",
        "secureAggregation, true",
        "encryption, bfv",
        "topology.kind, hierarchical"
    })
    void countsAndAccuraciesArePlainHoweverUpdatesAreHidden(String key, String value) {
        assertEquals(
                "plain",
                of("label counts, and accuracy on a node's rows", key, value).coordinator());
    }

    /** Training losses stay with the nodes where updates do. */
    @ParameterizedTest
    @CsvSource({"secureAggregation, true", "encryption, bfv"})
    void trainingLossesAreNotSentBesideAHiddenUpdate(String key, String value) {
        assertTrue(
                Sights.of(TinyRun.scenario(key, value)).stream()
                        .noneMatch(each -> each.message().contains("loss")));
    }

    private static Sight sight(String message, String coordinator, String peer, String outsider) {
        return new Sight(message, coordinator, peer, outsider);
    }

    private static Sight of(String message, String... settings) {
        List<Sight> sights = Sights.of(TinyRun.scenario(settings));
        return sights.stream()
                .filter(each -> each.message().equals(message))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + message + " in " + sights));
    }
}
