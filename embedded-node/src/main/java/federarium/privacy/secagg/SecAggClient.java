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
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One node's side of one round: it holds the secrets, and answers each message of the coordinator
 * once.
 *
 * <p>Node u sends y = x + PRG(b_u) + Σ_{v&gt;u} PRG(s_uv) − Σ_{v&lt;u} PRG(s_uv) modulo 2³², over
 * those neighbours v that shared their secrets: b_u is a seed of its own, s_uv what X25519 gives u
 * and v. The node gives its share of b_v for every v whose vector is in the sum and of v's mask key
 * for every other, by the one list of survivors that it signed: never both. Bonawitz et al.,
 * "Practical secure aggregation for privacy-preserving machine learning", CCS 2017, figure 4; on a
 * graph that is not complete, Bell et al., "Secure single-server aggregation with (poly)logarithmic
 * overhead", CCS 2020.
 *
 * <p>Keys and seeds are drawn anew for every object, so one serves one round. Of use to one thread
 * at a time.
 */
public final class SecAggClient {
    private final RoundTerms terms;
    private final int id;
    private final PrivateKey signer;
    private final SecureRandom random;
    private final KeySchedule schedule;
    private final AgreementKey sealKey;
    private final AgreementKey maskKey;
    private final BigInteger seed;

    private Step step = Step.ADVERTISE_KEYS;
    private SortedMap<Integer, PublicKeys> peers = new TreeMap<>();
    private Map<Integer, byte[]> openingKeys = Map.of();

    /** Shares of its own secrets and of its neighbours', by their owners. */
    private SortedMap<Integer, SharePair> held = new TreeMap<>();

    private List<Integer> survivors = List.of();

    /**
     * A node at the beginning of a round.
     *
     * @param id its number among the terms' nodes
     * @param signer its private Ed25519 key
     * @param random what its secrets are drawn from: {@link SecureRandom} itself but in tests
     */
    public SecAggClient(RoundTerms terms, int id, PrivateKey signer, SecureRandom random) {
        this.terms = terms;
        this.id = id;
        this.signer = signer;
        this.random = random;
        schedule = new KeySchedule(terms);
        sealKey = AgreementKey.drawn(random);
        maskKey = AgreementKey.drawn(random);
        seed = AgreementKey.drawn(random).number();
    }

    /** Step 1: two public keys. */
    public AdvertisedKeys advertise() {
        require(Step.ADVERTISE_KEYS, terms.round());
        PublicKeys keys = new PublicKeys(sealKey.publicKey(), maskKey.publicKey());
        peers.put(id, keys);
        step = step.next();
        return new AdvertisedKeys(terms.round(), id, keys);
    }

    /**
     * Step 2: shares of its secrets for itself and every neighbour that is there.
     *
     * @throws RefusedException if too few are, or their keys cannot be right
     */
    public SealedShares share(NeighbourKeys message) {
        require(Step.SHARE_KEYS, message.round());
        requireNeighbours(message.keys().keySet());
        requireEnough(message.keys().size() + 1, "nodes advertised keys to it, itself among them");
        SortedMap<Integer, PublicKeys> known = new TreeMap<>(message.keys());
        known.put(id, keysOf(peers, id));
        requireDistinct(known.values());

        SortedMap<Integer, SharePair> pairs = split(List.copyOf(known.keySet()));
        SortedMap<Integer, Octets> sealed = new TreeMap<>();
        Map<Integer, byte[]> opening = new TreeMap<>();
        pairs.forEach((peer, pair) -> {
            if (peer != id) {
                byte[] agreed = sealKey.agree(keysOf(known, peer).seal());
                sealed.put(peer, pair.sealed(schedule.seal(agreed, id, peer)));
                opening.put(peer, schedule.seal(agreed, peer, id));
            }
        });
        held.put(id, pairs.get(id));
        peers = known;
        openingKeys = opening;
        step = step.next();
        return new SealedShares(terms.round(), id, sealed);
    }

    private static PublicKeys keysOf(Map<Integer, PublicKeys> known, int node) {
        return Objects.requireNonNull(known.get(node));
    }

    private SortedMap<Integer, SharePair> split(List<Integer> holders) {
        ShamirSharing field = new ShamirSharing(ShamirSharing.PRIME);
        List<Integer> xs = holders.stream().map(holder -> holder + 1).toList();
        var seeds = field.split(seed, terms.threshold(), xs, random);
        var keys = field.split(maskKey.number(), terms.threshold(), xs, random);
        SortedMap<Integer, SharePair> pairs = new TreeMap<>();
        for (int i = 0; i < xs.size(); i++) {
            pairs.put(holders.get(i), new SharePair(seeds.get(i).y(), keys.get(i).y()));
        }
        return pairs;
    }

    /**
     * Step 3: the node's vector, masked for those neighbours whose shares came.
     *
     * @throws RefusedException if too few came, or one was changed on its way
     * @throws IllegalArgumentException if the vector has another size than agreed
     */
    public MaskedInput mask(DeliveredShares message, RingVector input) {
        require(Step.MASKED_INPUT, message.round());
        if (input.size() != terms.coordinates()) {
            throw new IllegalArgumentException(
                    "a vector of %d coordinates where %d were agreed on"
                            .formatted(input.size(), terms.coordinates()));
        }
        SortedMap<Integer, SharePair> opened = new TreeMap<>(held);
        message.sealed()
                .forEach((owner, sealed) -> {
                    byte[] key = openingKeys.get(owner);
                    if (key == null) {
                        throw refusal(
                                "node %d sent shares but had advertised no keys".formatted(owner));
                    }
                    opened.put(owner, SharePair.opened(sealed, key, owner));
                });
        requireEnough(opened.size(), "nodes gave it shares, itself among them");

        int[] masked = input.toArray();
        MaskGenerator generator = new MaskGenerator();
        generator.add(schedule.selfMask(seedBytes(seed), id), masked);
        for (int peer : message.sealed().keySet()) {
            byte[] agreed = maskKey.agree(keysOf(peers, peer).mask());
            PairMask.of(schedule, agreed, id, peer).addTo(masked, generator);
        }
        held = opened;
        step = step.next();
        return new MaskedInput(terms.round(), id, RingVector.owning(masked));
    }

    /**
     * Step 4: a signature under the list of those whose vectors are in the sum.
     *
     * @throws RefusedException if the list is too short or cannot be right; a second list always is
     */
    public SurvivorSignature sign(SurvivorList message) {
        require(Step.CONSISTENCY, message.round());
        List<Integer> listed = message.survivors();
        Set<Integer> set = new TreeSet<>(listed);
        if (!List.copyOf(set).equals(listed)) {
            throw refusal("the list of survivors is not ascending, or names a node twice");
        }
        if (!terms.graph().clients().containsAll(set)) {
            throw refusal("the list of survivors names nodes that take no part");
        }
        if (!set.contains(id)) {
            throw refusal("the list of survivors leaves it out, but it sent its vector");
        }
        for (int neighbour : terms.graph().neighbours(id)) {
            if (set.contains(neighbour) && !held.containsKey(neighbour)) {
                throw refusal("node %d survives but never gave it shares".formatted(neighbour));
            }
        }
        if (listed.size() < terms.fewest()) {
            throw refusal(
                    "the sum would be of %d nodes and must be of %d at least"
                            .formatted(listed.size(), terms.fewest()));
        }
        requireEnough(terms.holdersAmong(id, set), "survivors are itself or its neighbours");
        survivors = listed;
        step = step.next();
        return new SurvivorSignature(
                terms.round(), id, new SurvivorVote(terms, listed).signedWith(signer));
    }

    /**
     * Step 5: of each secret pair it holds a share of, one of the two.
     *
     * @throws RefusedException if too few neighbours signed the list it signed, or one is forged
     */
    public UnmaskingShares unmask(NeighbourSignatures message) {
        require(Step.UNMASKING, message.round());
        Set<Integer> voters = message.signatures().keySet();
        requireNeighbours(voters);
        requireEnough(voters.size() + 1, "signed the list of survivors, itself among them");
        SurvivorVote vote = new SurvivorVote(terms, survivors);
        message.signatures()
                .forEach((voter, signature) -> {
                    if (!survivors.contains(voter)
                            || !vote.isSignedBy(terms.signer(voter), signature)) {
                        throw refusal(
                                "node %d did not sign the list it was shown".formatted(voter));
                    }
                });
        SortedMap<Integer, BigInteger> seeds = new TreeMap<>();
        SortedMap<Integer, BigInteger> keys = new TreeMap<>();
        Set<Integer> alive = new HashSet<>(survivors);
        held.forEach((owner, pair) -> {
            if (alive.contains(owner)) {
                seeds.put(owner, pair.seed());
            } else {
                keys.put(owner, pair.maskKey());
            }
        });
        step = step.next();
        return new UnmaskingShares(terms.round(), id, seeds, keys);
    }

    static byte[] seedBytes(BigInteger seed) {
        return AgreementKey.toBytes(seed, AgreementKey.BYTES);
    }

    private void require(Step expected, int round) {
        if (round != terms.round()) {
            throw refusal("the message is of round %d, this is %d".formatted(round, terms.round()));
        }
        if (step != expected) {
            throw refusal(
                    "the message belongs to the step \"%s\", this is \"%s\""
                            .formatted(expected, step));
        }
    }

    private void requireNeighbours(Collection<Integer> nodes) {
        for (int node : nodes) {
            if (!terms.graph().neighbours(id).contains(node)) {
                throw refusal("node %d is no neighbour of it".formatted(node));
            }
        }
    }

    private void requireEnough(int there, String who) {
        if (there < terms.threshold()) {
            throw refusal("only %d %s; %d are needed".formatted(there, who, terms.threshold()));
        }
    }

    /** A key that occurs twice is somebody else's, shown again. */
    private void requireDistinct(Collection<PublicKeys> all) {
        List<Octets> keys = new ArrayList<>();
        all.forEach(pair -> keys.addAll(List.of(pair.seal(), pair.mask())));
        if (new HashSet<>(keys).size() < keys.size()) {
            throw refusal("the same public key was shown to it twice");
        }
    }

    private RefusedException refusal(String reason) {
        return new RefusedException("node %d refuses: %s".formatted(id, reason));
    }
}
