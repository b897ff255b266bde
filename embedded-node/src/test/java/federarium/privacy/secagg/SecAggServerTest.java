package federarium.privacy.secagg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.privacy.quantisation.RingVector;
import federarium.privacy.secagg.SecAggMessage.AdvertisedKeys;
import federarium.privacy.secagg.SecAggMessage.MaskedInput;
import federarium.privacy.secagg.SecAggMessage.SealedShares;
import federarium.privacy.secagg.SecAggMessage.SurvivorSignature;
import federarium.privacy.secagg.SecAggMessage.UnmaskingShares;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SecAggServerTest {
    private static final int ROUND = 7;
    private static final RingVector INPUT = RingVector.copyOf(1, 2);
    private static final Map<Integer, RingVector> INPUTS = Map.of(0, INPUT, 1, INPUT, 2, INPUT);

    private final RoundTerms terms = RoundInMemory.complete(3, 2, 2);
    private final RoundInMemory round = new RoundInMemory(terms, new SeededSource(1), Map.of());

    @Test
    void refusesANodesSecondMessageInAStep() {
        AdvertisedKeys keys = round.node(1).advertise();
        round.server.receive(keys);

        assertRefused(
                "AdvertisedKeys of node 1: it is the node's second in this step",
                () -> round.server.receive(keys));
    }

    @Test
    void refusesAMessageOfAnotherRound() {
        AdvertisedKeys keys = round.node(1).advertise();

        assertRefused(
                "it is of round 6, this is 7",
                () -> round.server.receive(new AdvertisedKeys(6, 1, keys.keys())));
    }

    @Test
    void refusesANodeThatTakesNoPart() {
        AdvertisedKeys keys = round.node(1).advertise();

        assertRefused(
                "takes no part",
                () -> round.server.receive(new AdvertisedKeys(ROUND, 3, keys.keys())));
    }

    @Test
    void refusesAMaskedVectorThatComesAfterTheListOfSurvivors() {
        RoundInMemory slow =
                new RoundInMemory(terms, new SeededSource(1), Map.of(Step.MASKED_INPUT, Set.of(2)));
        slow.upToMasking(INPUTS);
        slow.server.closeMasking();

        assertRefused(
                "it belongs to the step \"masked input\", this is \"consistency\"",
                () -> slow.server.receive(new MaskedInput(ROUND, 2, INPUT)));
    }

    @Test
    void refusesAMaskedVectorOfANodeThatDroppedOutBefore() {
        RoundInMemory lost =
                new RoundInMemory(terms, new SeededSource(1), Map.of(Step.SHARE_KEYS, Set.of(2)));
        lost.upToSharing();

        assertRefused(
                "has dropped out", () -> lost.server.receive(new MaskedInput(ROUND, 2, INPUT)));
    }

    @Test
    void refusesAVectorOfAnotherSize() {
        round.upToSharing();

        assertRefused(
                "it has 1 coordinates instead of 2",
                () -> round.server.receive(new MaskedInput(ROUND, 2, RingVector.copyOf(1))));
    }

    @Test
    void refusesSharesForSomeNeighboursOnly() {
        for (int id = 0; id < 3; id++) {
            round.server.receive(round.node(id).advertise());
        }
        var keys = round.server.closeAdvertising();
        SealedShares whole = round.node(0).share(RoundInMemory.of(keys, 0));

        assertRefused(
                "the shares are not for those neighbours that are there",
                () -> round.server.receive(new SealedShares(ROUND, 0, whole.sealed().headMap(2))));
    }

    @Test
    void refusesASignatureThatIsNotTheNodes() {
        round.upToMasking(INPUTS);
        var list = round.server.closeMasking();
        Octets ofNode0 = round.node(0).sign(list).signature();

        assertRefused(
                "the signature is not of that node and list",
                () -> round.server.receive(new SurvivorSignature(ROUND, 1, ofNode0)));
    }

    @Test
    void refusesBothSharesOfANode() {
        UnmaskingShares right = unmaskedBy(round, 0);
        SortedMap<Integer, BigInteger> both = new TreeMap<>(right.seeds());

        assertRefused(
                "it must hold one share of each neighbour",
                () -> round.server.receive(new UnmaskingShares(ROUND, 0, right.seeds(), both)));
    }

    @Test
    void stopsWhereAShareIsWrongOfANodeThatDroppedOut() {
        RoundInMemory lost =
                new RoundInMemory(terms, new SeededSource(1), Map.of(Step.MASKED_INPUT, Set.of(2)));
        UnmaskingShares right = unmaskedBy(lost, 0, 1);
        lost.server.receive(
                new UnmaskingShares(
                        ROUND, 0, right.seeds(), new TreeMap<>(Map.of(2, BigInteger.TEN))));

        AbortedException aborted =
                assertThrows(AbortedException.class, () -> lost.server.closeUnmasking());

        assertEquals(
                "secure aggregation stopped at the step \"unmasking\": the shares of node 2's"
                        + " secret do not fit together: some node sent a wrong one",
                aborted.getMessage());
    }

    @Test
    void endsAStepOnlyOnce() {
        round.upToSharing();

        assertThrows(IllegalStateException.class, () -> round.server.closeSharing());
    }

    /** The first one's answer in the last step, not sent yet; those of the others are. */
    private static UnmaskingShares unmaskedBy(RoundInMemory round, int first, int... others) {
        round.upToMasking(INPUTS);
        var list = round.server.closeMasking();
        list.survivors().forEach(id -> round.server.receive(round.node(id).sign(list)));
        var signatures = round.server.closeConsistency();
        for (int id : others) {
            round.server.receive(round.node(id).unmask(RoundInMemory.of(signatures, id)));
        }
        return round.node(first).unmask(RoundInMemory.of(signatures, first));
    }

    private static void assertRefused(String reason, Executable asked) {
        String message = assertThrows(RefusedException.class, asked).toString();
        assertTrue(message.contains("the coordinator refuses "), message);
        assertTrue(message.contains(reason), message);
    }
}
