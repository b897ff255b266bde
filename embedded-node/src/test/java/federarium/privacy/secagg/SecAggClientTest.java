package federarium.privacy.secagg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.privacy.quantisation.RingVector;
import federarium.privacy.secagg.SecAggMessage.DeliveredShares;
import federarium.privacy.secagg.SecAggMessage.NeighbourKeys;
import federarium.privacy.secagg.SecAggMessage.NeighbourSignatures;
import federarium.privacy.secagg.SecAggMessage.PublicKeys;
import federarium.privacy.secagg.SecAggMessage.SurvivorList;
import federarium.privacy.secagg.SecAggMessage.UnmaskingShares;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Five nodes, three of which give a secret back; node 0 is the one asked. */
class SecAggClientTest {
    private static final int ROUND = 7;
    private static final RingVector INPUT = RingVector.copyOf(1, 2);

    private final RoundTerms terms = RoundInMemory.complete(5, 3, 2);
    private final RoundInMemory round = new RoundInMemory(terms, new SeededSource(1), Map.of());
    private final SecAggClient node = round.node(0);

    @Test
    void givesOfEachNodeTheSeedIfItIsInTheSumAndTheMaskKeyIfNot() {
        masked();
        node.sign(new SurvivorList(ROUND, List.of(0, 1, 2)));

        UnmaskingShares shares = node.unmask(signedBy(List.of(0, 1, 2), 1, 2));

        assertEquals(Set.of(0, 1, 2), shares.seeds().keySet());
        assertEquals(Set.of(3, 4), shares.maskKeys().keySet());
    }

    @Test
    void signsNoSecondListSoThatNobodyGetsBothSharesOfANode() {
        masked();
        node.sign(new SurvivorList(ROUND, List.of(0, 1, 2, 3, 4)));

        assertRefused(
                "the message belongs to the step \"consistency\", this is \"unmasking\"",
                () -> node.sign(new SurvivorList(ROUND, List.of(0, 1, 2))));
    }

    @Test
    void unmasksOnlyOnce() {
        masked();
        node.sign(new SurvivorList(ROUND, List.of(0, 1, 2)));
        NeighbourSignatures signatures = signedBy(List.of(0, 1, 2), 1, 2);
        node.unmask(signatures);

        assertRefused("this is \"done\"", () -> node.unmask(signatures));
    }

    @Test
    void refusesSignaturesUnderAnotherListThanItsOwn() {
        masked();
        node.sign(new SurvivorList(ROUND, List.of(0, 1, 2, 3)));

        assertRefused(
                "node 1 did not sign the list it was shown",
                () -> node.unmask(signedBy(List.of(0, 1, 2), 1, 2)));
    }

    @Test
    void refusesAForgedSignature() {
        masked();
        List<Integer> list = List.of(0, 1, 2, 3);
        node.sign(new SurvivorList(ROUND, list));
        SortedMap<Integer, Octets> signatures = new TreeMap<>(signedBy(list, 1, 2).signatures());
        signatures.put(2, RoundInMemory.of(signatures, 1));

        assertRefused(
                "node 2 did not sign the list it was shown",
                () -> node.unmask(new NeighbourSignatures(ROUND, signatures)));
    }

    @Test
    void refusesASignatureThatIsNone() {
        masked();
        node.sign(new SurvivorList(ROUND, List.of(0, 1, 2)));
        var signatures = new TreeMap<>(Map.of(1, Octets.copyOf((byte) 1), 2, Octets.copyOf()));

        assertRefused(
                "node 1 did not sign",
                () -> node.unmask(new NeighbourSignatures(ROUND, signatures)));
    }

    @Test
    void refusesTheSignatureOfANodeThatIsNotInTheSum() {
        masked();
        List<Integer> list = List.of(0, 1, 2);
        node.sign(new SurvivorList(ROUND, list));

        assertRefused("node 4 did not sign", () -> node.unmask(signedBy(list, 1, 4)));
    }

    @Test
    void refusesSignaturesOfFewerThanTheThreshold() {
        masked();
        List<Integer> list = List.of(0, 1, 2);
        node.sign(new SurvivorList(ROUND, list));

        assertRefused(
                "only 2 signed the list of survivors, itself among them; 3 are needed",
                () -> node.unmask(signedBy(list, 1)));
    }

    @Test
    void refusesAListThatIsTooShort() {
        masked();

        assertRefused(
                "the sum would be of 2 nodes and must be of 3 at least",
                () -> node.sign(new SurvivorList(ROUND, List.of(0, 1))));
    }

    @Test
    void refusesAListWithANodeTwice() {
        masked();

        assertRefused(
                "names a node twice",
                () -> node.sign(new SurvivorList(ROUND, List.of(0, 1, 1, 2))));
    }

    @Test
    void refusesAListWithoutItself() {
        masked();

        assertRefused("leaves it out", () -> node.sign(new SurvivorList(ROUND, List.of(1, 2, 3))));
    }

    @Test
    void refusesAListWithStrangers() {
        masked();

        assertRefused("take no part", () -> node.sign(new SurvivorList(ROUND, List.of(0, 1, 9))));
    }

    @Test
    void refusesAListWithANodeThatNeverGaveItShares() {
        SortedMap<Integer, Octets> sealed = new TreeMap<>(delivered().sealed());
        sealed.remove(4);
        node.mask(new DeliveredShares(ROUND, sealed), INPUT);

        assertRefused(
                "node 4 survives but never gave it shares",
                () -> node.sign(new SurvivorList(ROUND, List.of(0, 1, 2, 4))));
    }

    @Test
    void takesTheRightListAfterAWrongOne() {
        masked();
        assertRefused("must be of 3", () -> node.sign(new SurvivorList(ROUND, List.of(0, 1))));

        assertEquals(ROUND, node.sign(new SurvivorList(ROUND, List.of(0, 1, 2))).round());
    }

    @Test
    void refusesACiphertextWithOneBitChanged() {
        SortedMap<Integer, Octets> sealed = new TreeMap<>(delivered().sealed());
        byte[] changed = RoundInMemory.of(sealed, 3).toArray();
        changed[40] ^= 1;
        sealed.put(3, Octets.copyOf(changed));

        RefusedException refused =
                assertThrows(
                        RefusedException.class,
                        () -> node.mask(new DeliveredShares(ROUND, sealed), INPUT));
        assertEquals("the shares of node 3 were changed on their way", refused.getMessage());
    }

    @Test
    void refusesTheCiphertextOfOneNodeAsAnothers() {
        SortedMap<Integer, Octets> sealed = new TreeMap<>(delivered().sealed());
        sealed.put(3, RoundInMemory.of(sealed, 2));

        assertThrows(
                RefusedException.class, () -> node.mask(new DeliveredShares(ROUND, sealed), INPUT));
    }

    @Test
    void refusesSharesOfTooFewNodes() {
        SortedMap<Integer, Octets> sealed = delivered().sealed().headMap(2);

        assertRefused(
                "only 2 nodes gave it shares, itself among them; 3 are needed",
                () -> node.mask(new DeliveredShares(ROUND, sealed), INPUT));
    }

    @Test
    void refusesAMessageOfAnotherRound() {
        DeliveredShares stale = new DeliveredShares(6, delivered().sealed());

        assertRefused("the message is of round 6, this is 7", () -> node.mask(stale, INPUT));
    }

    @Test
    void cannotOpenSharesSealedUnderOtherTerms() {
        RoundTerms next =
                new RoundTerms(terms.session(), 8, 2, terms.graph(), 3, 3, terms.signers());
        RoundInMemory other = new RoundInMemory(next, new SeededSource(1), Map.of());
        // The same secrets, keys and nodes: only the round differs.
        var sealed = RoundInMemory.of(other.upToSharing(), 0).sealed();
        delivered();

        assertThrows(
                RefusedException.class, () -> node.mask(new DeliveredShares(ROUND, sealed), INPUT));
    }

    @Test
    void refusesAPublicKeyShownTwice() {
        node.advertise();
        PublicKeys one = keys(1);
        PublicKeys again = new PublicKeys(keys(2).seal(), one.mask());
        var keys = new TreeMap<>(Map.of(1, one, 2, again, 3, keys(3)));

        assertRefused(
                "the same public key was shown to it twice",
                () -> node.share(new NeighbourKeys(ROUND, keys)));
    }

    @Test
    void refusesKeysOfANodeThatIsNoNeighbour() {
        SecAggClient ringed =
                new SecAggClient(
                        RoundInMemory.sparse(new Guarantee(5, 1, 1, 2, 2, true), 1, 2),
                        0,
                        RoundInMemory.signer(0).getPrivate(),
                        new SeededSource(1));
        ringed.advertise();
        var keys = new TreeMap<>(Map.of(1, keys(1), 2, keys(2), 3, keys(3), 4, keys(4)));

        assertRefused("is no neighbour of it", () -> ringed.share(new NeighbourKeys(ROUND, keys)));
    }

    @Test
    void refusesKeysOfTooFewNodes() {
        node.advertise();
        var keys = new TreeMap<>(Map.of(1, keys(1)));

        assertRefused(
                "only 2 nodes advertised keys to it, itself among them; 3 are needed",
                () -> node.share(new NeighbourKeys(ROUND, keys)));
    }

    @Test
    void refusesAVectorOfAnotherSize() {
        DeliveredShares delivered = delivered();

        assertThrows(
                IllegalArgumentException.class,
                () -> node.mask(delivered, RingVector.copyOf(1, 2, 3)));
    }

    @Test
    void drawsOtherKeysInEveryRound() {
        SeededSource source = new SeededSource(1);
        Set<Octets> drawn = new HashSet<>();
        for (int time = 0; time < 2; time++) {
            PublicKeys keys =
                    new SecAggClient(terms, 0, RoundInMemory.signer(0).getPrivate(), source)
                            .advertise()
                            .keys();
            drawn.add(keys.seal());
            drawn.add(keys.mask());
        }

        assertEquals(4, drawn.size());
    }

    private DeliveredShares delivered() {
        return RoundInMemory.of(round.upToSharing(), 0);
    }

    private void masked() {
        node.mask(delivered(), INPUT);
    }

    private PublicKeys keys(int id) {
        return round.node(id).advertise().keys();
    }

    private NeighbourSignatures signedBy(List<Integer> list, int... voters) {
        SortedMap<Integer, Octets> signatures = new TreeMap<>();
        for (int voter : voters) {
            signatures.put(
                    voter,
                    new SurvivorVote(terms, list)
                            .signedWith(RoundInMemory.signer(voter).getPrivate()));
        }
        return new NeighbourSignatures(ROUND, signatures);
    }

    private static void assertRefused(String reason, Executable asked) {
        String message = assertThrows(RefusedException.class, asked).toString();
        assertTrue(message.contains("node 0 refuses: "), message);
        assertTrue(message.contains(reason), message);
    }
}
