package federarium.privacy.secagg;

import federarium.privacy.quantisation.RingVector;
import federarium.privacy.secagg.SecAggMessage.AdvertisedKeys;
import federarium.privacy.secagg.SecAggMessage.DeliveredShares;
import federarium.privacy.secagg.SecAggMessage.MaskedInput;
import federarium.privacy.secagg.SecAggMessage.NeighbourKeys;
import federarium.privacy.secagg.SecAggMessage.NeighbourSignatures;
import federarium.privacy.secagg.SecAggMessage.PublicKeys;
import federarium.privacy.secagg.SecAggMessage.SealedShares;
import federarium.privacy.secagg.SecAggMessage.SurvivorList;
import federarium.privacy.secagg.SecAggMessage.SurvivorSignature;
import federarium.privacy.secagg.SecAggMessage.UnmaskingShares;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The coordinator's side of one round: it sees public keys, ciphertexts, masked vectors, signatures
 * and shares, and in the end the sum; a plain vector never.
 *
 * <p>In every step it receives messages, of which each node sends one, until the caller closes the
 * step; who was silent has dropped out. Masked vectors are added up as they come. Of use to one
 * thread at a time.
 */
public final class SecAggServer {
    private final RoundTerms terms;
    private final SortedMap<Integer, PublicKeys> keys = new TreeMap<>();
    private final SortedMap<Integer, SealedShares> shared = new TreeMap<>();
    private final SortedSet<Integer> inSum = new TreeSet<>();
    private final SortedMap<Integer, Octets> signatures = new TreeMap<>();
    private final SortedMap<Integer, UnmaskingShares> unmasking = new TreeMap<>();
    private final int[] sum;

    private Step step = Step.ADVERTISE_KEYS;
    private List<Integer> survivors = List.of();

    public SecAggServer(RoundTerms terms) {
        this.terms = terms;
        sum = new int[terms.coordinates()];
    }

    /** The step whose messages are expected. */
    public Step step() {
        return step;
    }

    /**
     * Takes in what a node sends.
     *
     * @throws RefusedException if it is late, early, the node's second in this step, or wrong
     */
    public void receive(SecAggMessage.Up message) {
        if (message.round() != terms.round()) {
            throw refusal(
                    message,
                    "it is of round %d, this is %d".formatted(message.round(), terms.round()));
        }
        switch (message) {
            case AdvertisedKeys advertised -> {
                expect(message, Step.ADVERTISE_KEYS, terms.graph().clients(), keys.keySet());
                keys.put(message.client(), advertised.keys());
            }
            case SealedShares sealed -> {
                expect(message, Step.SHARE_KEYS, keys.keySet(), shared.keySet());
                requireShares(sealed);
                shared.put(message.client(), sealed);
            }
            case MaskedInput input -> {
                expect(message, Step.MASKED_INPUT, shared.keySet(), inSum);
                add(input);
            }
            case SurvivorSignature signed -> {
                expect(message, Step.CONSISTENCY, inSum, signatures.keySet());
                requireSigned(signed);
                signatures.put(message.client(), signed.signature());
            }
            case UnmaskingShares shares -> {
                expect(message, Step.UNMASKING, signatures.keySet(), unmasking.keySet());
                requireEveryOwner(shares);
                unmasking.put(message.client(), shares);
            }
        }
    }

    /**
     * Ends step 1: what each node that advertised keys is told.
     *
     * @throws AbortedException if too few did
     */
    public SortedMap<Integer, NeighbourKeys> closeAdvertising() {
        close(Step.ADVERTISE_KEYS);
        requireFewest(Step.ADVERTISE_KEYS, keys.keySet());
        requireHolders(Step.ADVERTISE_KEYS, keys.keySet(), keys.keySet());
        SortedMap<Integer, NeighbourKeys> told = new TreeMap<>();
        for (int client : keys.keySet()) {
            told.put(client, new NeighbourKeys(terms.round(), ofNeighbours(client, keys)));
        }
        return told;
    }

    /**
     * Ends step 2: what each node that sent shares is given.
     *
     * @throws AbortedException if too few did
     */
    public SortedMap<Integer, DeliveredShares> closeSharing() {
        close(Step.SHARE_KEYS);
        requireFewest(Step.SHARE_KEYS, shared.keySet());
        requireHolders(Step.SHARE_KEYS, shared.keySet(), shared.keySet());
        SortedMap<Integer, DeliveredShares> given = new TreeMap<>();
        for (int client : shared.keySet()) {
            SortedMap<Integer, Octets> sealed = new TreeMap<>();
            ofNeighbours(client, shared)
                    .forEach((owner, all) -> sealed.put(owner, all.sealed().get(client)));
            given.put(client, new DeliveredShares(terms.round(), sealed));
        }
        return given;
    }

    /**
     * Ends step 3: the list of survivors, for all of them.
     *
     * @throws AbortedException if they are too few
     */
    public SurvivorList closeMasking() {
        close(Step.MASKED_INPUT);
        requireFewest(Step.MASKED_INPUT, inSum);
        requireHolders(Step.MASKED_INPUT, inSum, shared.keySet());
        survivors = List.copyOf(inSum);
        return new SurvivorList(terms.round(), survivors);
    }

    /**
     * Ends step 4: for each node that signed, the signatures of t − 1 neighbours; with its own they
     * are as many as a secret needs.
     *
     * @throws AbortedException if too few signed
     */
    public SortedMap<Integer, NeighbourSignatures> closeConsistency() {
        close(Step.CONSISTENCY);
        requireHolders(Step.CONSISTENCY, signatures.keySet(), shared.keySet());
        SortedMap<Integer, NeighbourSignatures> told = new TreeMap<>();
        for (int client : signatures.keySet()) {
            SortedMap<Integer, Octets> some = ofNeighbours(client, signatures);
            while (some.size() > terms.threshold() - 1) {
                some.pollLastEntry();
            }
            told.put(client, new NeighbourSignatures(terms.round(), some));
        }
        return told;
    }

    /**
     * Ends step 5: the sum of the survivors' vectors, modulo 2³².
     *
     * @throws AbortedException if too few gave their shares, or the shares do not fit together
     */
    public RingVector closeUnmasking() {
        close(Step.UNMASKING);
        requireHolders(Step.UNMASKING, unmasking.keySet(), shared.keySet());
        new Unmasking(terms, keys, survivors, unmasking).removeFrom(sum);
        return RingVector.copyOf(sum);
    }

    /** The nodes whose vectors are in the sum, ascending; none before step 3 ends. */
    public List<Integer> survivors() {
        return survivors;
    }

    private void add(MaskedInput input) {
        if (input.masked().size() != terms.coordinates()) {
            throw refusal(
                    input,
                    "it has %d coordinates instead of %d"
                            .formatted(input.masked().size(), terms.coordinates()));
        }
        input.masked().addTo(sum);
        inSum.add(input.client());
    }

    private void requireShares(SealedShares message) {
        if (!message.sealed().keySet().equals(ofNeighbours(message.client(), keys).keySet())) {
            throw refusal(message, "the shares are not for those neighbours that are there");
        }
    }

    private void requireSigned(SurvivorSignature message) {
        SurvivorVote vote = new SurvivorVote(terms, survivors);
        if (!vote.isSignedBy(terms.signer(message.client()), message.signature())) {
            throw refusal(message, "the signature is not of that node and list");
        }
    }

    private void requireEveryOwner(UnmaskingShares message) {
        Set<Integer> owners = new TreeSet<>(terms.holders(message.client()));
        owners.retainAll(shared.keySet());
        Set<Integer> alive = new TreeSet<>(owners);
        alive.retainAll(inSum);
        owners.removeAll(alive);
        if (!message.seeds().keySet().equals(alive)
                || !message.maskKeys().keySet().equals(owners)) {
            throw refusal(message, "it must hold one share of each neighbour that sent shares");
        }
    }

    private <V> SortedMap<Integer, V> ofNeighbours(int client, SortedMap<Integer, V> all) {
        SortedMap<Integer, V> some = new TreeMap<>(all);
        some.keySet().retainAll(terms.graph().neighbours(client));
        return some;
    }

    private void expect(
            SecAggMessage.Up message,
            Step expected,
            Collection<Integer> allowed,
            Collection<Integer> heard) {
        if (step != expected) {
            throw refusal(
                    message,
                    "it belongs to the step \"%s\", this is \"%s\"".formatted(expected, step));
        }
        if (!allowed.contains(message.client())) {
            throw refusal(message, "the node takes no part, or has dropped out");
        }
        if (heard.contains(message.client())) {
            throw refusal(message, "it is the node's second in this step");
        }
    }

    private void close(Step expected) {
        if (step != expected) {
            throw new IllegalStateException(
                    "the step \"%s\" cannot end now, this is \"%s\"".formatted(expected, step));
        }
        step = step.next();
    }

    private void requireFewest(Step ended, Collection<Integer> there) {
        if (there.size() < terms.fewest()) {
            step = Step.DONE;
            throw new AbortedException(ended, there.size(), terms.fewest(), "");
        }
    }

    /** Each owner's secrets must be within reach of t nodes. */
    private void requireHolders(Step ended, Collection<Integer> there, Collection<Integer> owners) {
        for (int owner : new ArrayList<>(owners)) {
            int holders = terms.holdersAmong(owner, there);
            if (holders < terms.threshold()) {
                step = Step.DONE;
                String whose =
                        terms.holders(owner).size() == terms.graph().clients().size()
                                ? ""
                                : " that hold shares of node " + owner;
                throw new AbortedException(ended, holders, terms.threshold(), whose);
            }
        }
    }

    private static RefusedException refusal(SecAggMessage.Up message, String reason) {
        return new RefusedException(
                "the coordinator refuses %s of node %d: %s"
                        .formatted(message.getClass().getSimpleName(), message.client(), reason));
    }
}
