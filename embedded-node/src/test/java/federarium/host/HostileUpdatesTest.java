package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.attack.Collusion;
import federarium.event.EvidenceEvent.UpdatesCompared;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.scenario.Scenario;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What hostile nodes send. In round 1 all nodes have the model that they have in an honest run, so
 * their honest updates are known.
 */
class HostileUpdatesTest {
    /** A node has rows of two classes of ten. */
    private static final String FEW_CLASSES = "data.partition.kind=pathological";

    @Test
    void ofASignFlipperAreTheOppositeOfItsHonestOnesSoManyTimesOver() {
        assertEquals(
                sent("c08").delta().times(-1).times(5),
                sent("c08", "attack.kind=signFlip", "attack.strength=5").delta());
    }

    @Test
    void ofAnHonestNodeAreTheSameWhateverTheOthersDo() {
        assertEquals(sent("c07"), sent("c07", "attack.kind=signFlip"));
    }

    @Test
    void ofNoiseAreAboutAsLongAsTheHonestOnes() {
        double honest = sent("c08").delta().norm();
        double noise = sent("c08", "attack.kind=gaussian").delta().norm();

        assertEquals(1, noise / honest, .1);
        assertNotEquals(1, noise / honest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c07", "c08"})
    void ofTwoThatTurnTheInnerProductAreTheOppositeOfTheirMean(String node) {
        List<Weights> honest = List.of(sent("c07").delta(), sent("c08").delta());

        assertEquals(
                Collusion.opposite(honest).times(.5),
                sent(node, "attack.kind=ipm", "attack.clients=2", "attack.strength=0.5").delta());
    }

    @ParameterizedTest
    @ValueSource(strings = {"c07", "c08"})
    void ofTwoThatHideAreSoManyDeviationsBelowTheirMean(String node) {
        List<Weights> honest = List.of(sent("c07").delta(), sent("c08").delta());

        assertEquals(
                Collusion.littleIsEnough(honest, 1.5),
                sent(node, "attack.kind=alie", "attack.clients=2", "attack.z=1.5").delta());
    }

    /** Of 8 nodes 3 are hostile: z = Φ⁻¹((8 − 3 − 2) ÷ 5). */
    @Test
    void ofThoseThatHideAreAsFarOffAsTheMajorityHidesUnlessToldHowFar() {
        List<Weights> honest =
                List.of(sent("c06").delta(), sent("c07").delta(), sent("c08").delta());

        assertEquals(
                Collusion.littleIsEnough(honest, Collusion.z(8, 3)),
                sent("c08", "attack.kind=alie", "attack.clients=3").delta());
    }

    @Test
    void ofAFreeRiderAreExactlyZeroInEveryRound() {
        List<UpdateReceived> received = received("c08", "attack.kind=freeRider", "rounds=3");

        assertEquals(List.of(0.0, 0.0, 0.0), norms(received));
    }

    /** A hostile node clips nothing and adds no noise of its own, whatever it was asked to. */
    @ParameterizedTest
    @ValueSource(strings = {"local", "dpSgd"})
    void ofASignFlipperAreUnprotectedWhereOthersAddNoise(String mechanism) {
        assertEquals(
                sent("c08").delta().times(-1),
                sent("c08", "attack.kind=signFlip", "privacy.mechanism=" + mechanism).delta());
    }

    @Test
    void ofAFreeRiderClaimTheRowsAndStepsThatItDidNotTrain() {
        ClientUpdate honest = sent("c08");
        ClientUpdate idle = sent("c08", "attack.kind=freeRider");

        assertEquals(honest.examples(), idle.examples());
        assertEquals(honest.steps(), idle.steps());
        assertTrue(idle.loss() > 0, "loss " + idle.loss());
    }

    @Test
    void ofADisguisedFreeRiderAreNoiseAsLongAsTheModelsLastMove() {
        Scenario scenario = hostile("attack.kind=freeRider", "attack.disguised=true", "rounds=3");
        try (Kept run = Kept.of(scenario)) {
            List<Double> norms = norms(received("c08", run));
            Weights before = KeptState.model(run.store().at(run.run(), 0).orElseThrow());
            Weights after = KeptState.model(run.store().at(run.run(), 1).orElseThrow());

            assertEquals(0, norms.get(0), "nothing has moved yet");
            assertEquals(1, norms.get(1) / after.distance(before), .1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"labelFlip", "backdoor"})
    void ofPoisonedRowsClaimTheRowsAndStepsOfTheHonestOnes(String kind) {
        ClientUpdate honest = sent("c08");
        ClientUpdate poisoned = sent("c08", "attack.kind=" + kind);

        assertEquals(honest.examples(), poisoned.examples());
        assertEquals(honest.steps(), poisoned.steps());
        assertNotEquals(honest.delta(), poisoned.delta());
    }

    /** Nobody else's labels are false, so a model that the others make fits them badly. */
    @Test
    void ofALabelFlipperFitItsLabelsWorseThanTheTrueOnesEverAre() {
        double honest = received("c08", "attack.kind=none", "rounds=5").getLast().loss();
        double flipped = received("c08", "attack.kind=labelFlip", "rounds=5").getLast().loss();

        assertTrue(flipped > 2 * honest, flipped + " against " + honest);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofALabelFlipperAreHonestOnlyWhereItHasNoRowOfTheClass(boolean has) {
        try (Kept run = Kept.of(hostile(FEW_CLASSES))) {
            Exhibit honest = run.exhibit(1, "c08");
            int flipped = someClass(honest, has);
            String flip = "attack.flip=[%d, %d]".formatted(flipped, (flipped + 1) % 10);
            ClientUpdate hostile = sent("c08", FEW_CLASSES, "attack.kind=labelFlip", flip);

            assertEquals(has, !honest.update().equals(hostile), flip);
        }
    }

    /** The first class of which a node has a row, or of which it has none. */
    private static int someClass(Exhibit node, boolean has) {
        return IntStream.range(0, 10)
                .filter(each -> has == hasRowOf(each, node))
                .findFirst()
                .orElseThrow();
    }

    private static boolean hasRowOf(int label, Exhibit node) {
        return Arrays.stream(node.rows())
                .anyMatch(row -> node.data().dataset().label(row) == label);
    }

    /** Of all training rows the hostile nodes have so many. */
    @Test
    void ofAReplacerAreThoseOfABackdoorTimesTheShareThatItHasTurnedUpsideDown() {
        Weights backdoor = sent("c08", "attack.kind=backdoor").delta();
        try (Kept run = Kept.of(hostile("attack.kind=replacement"))) {
            Exhibit replacement = run.exhibit(1, "c08");
            double boost = (double) replacement.data().train().length / replacement.rows().length;

            assertEquals(backdoor.times(boost), replacement.update().delta());
        }
    }

    @Test
    void ofColludersAreOnePointOfTheMap() {
        UpdatesCompared compared =
                Runs.log(hostile("attack.kind=ipm", "attack.clients=[c01, c05]"), 2).stream()
                        .filter(each -> each.event() instanceof UpdatesCompared)
                        .map(each -> (UpdatesCompared) each.event())
                        .findFirst()
                        .orElseThrow();

        var first = compared.updates().get(0);
        var fifth = compared.updates().get(4);
        assertEquals(first.norm(), fifth.norm());
        assertEquals(first.cosine(), fifth.cosine());
        assertEquals(first.x(), fifth.x());
        assertTrue(first.cosine() < 0, "cosine " + first.cosine());
    }

    /** What a node sends in round 1. */
    private static ClientUpdate sent(String node, String... settings) {
        try (Kept run = Kept.of(hostile(settings))) {
            return run.exhibit(1, node).update();
        }
    }

    private static List<UpdateReceived> received(String node, String... settings) {
        try (Kept run = Kept.of(hostile(settings))) {
            return received(node, run);
        }
    }

    private static List<UpdateReceived> received(String node, Kept run) {
        return Runs.comparable(run.store().events(run.run())).stream()
                .filter(UpdateReceived.class::isInstance)
                .map((FederationEvent event) -> (UpdateReceived) event)
                .filter(update -> update.node().equals(node))
                .toList();
    }

    private static List<Double> norms(List<UpdateReceived> received) {
        return received.stream().map(UpdateReceived::norm).toList();
    }

    /** One round of 8 nodes; the attack's is c08 where nothing else is said. */
    private static Scenario hostile(String... settings) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (String setting : settings) {
            String[] keyAndValue = setting.split("=", 2);
            changes.put(keyAndValue[0], keyAndValue[1]);
        }
        return changes.isEmpty() ? Runs.digits(1) : Runs.digits(1).with(changes);
    }
}
