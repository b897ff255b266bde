package federarium.privacy.secagg;

import federarium.privacy.secagg.SecAggMessage.PublicKeys;
import federarium.privacy.secagg.SecAggMessage.UnmaskingShares;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Puts together the seeds of those in the sum and the mask keys of those that dropped out after
 * sharing them, and takes their masks off the sum.
 */
final class Unmasking {
    private final RoundTerms terms;
    private final SortedMap<Integer, PublicKeys> keys;
    private final SortedSet<Integer> survivors;
    private final SortedMap<Integer, UnmaskingShares> answers;
    private final KeySchedule schedule;
    private final MaskGenerator generator = new MaskGenerator();
    private final ShamirSharing field = new ShamirSharing(ShamirSharing.PRIME);

    Unmasking(
            RoundTerms terms,
            SortedMap<Integer, PublicKeys> keys,
            List<Integer> survivors,
            SortedMap<Integer, UnmaskingShares> answers) {
        this.terms = terms;
        this.keys = keys;
        this.survivors = new TreeSet<>(survivors);
        this.answers = answers;
        schedule = new KeySchedule(terms);
    }

    void removeFrom(int[] sum) {
        sharesBy(UnmaskingShares::seeds)
                .forEach((owner, shares) -> {
                    byte[] seed = SecAggClient.seedBytes(secret(owner, shares));
                    generator.subtract(schedule.selfMask(seed, owner), sum);
                });
        sharesBy(UnmaskingShares::maskKeys)
                .forEach((owner, shares) -> {
                    AgreementKey key = AgreementKey.of(secret(owner, shares));
                    if (!key.publicKey().equals(publicKey(owner))) {
                        throw doNotFit(owner);
                    }
                    removeMasksWith(owner, key, sum);
                });
    }

    /** The one who dropped out added nothing, so its own mask with each takes that one's off. */
    private void removeMasksWith(int dropped, AgreementKey key, int[] sum) {
        for (int neighbour : terms.graph().neighbours(dropped)) {
            if (survivors.contains(neighbour)) {
                byte[] agreed = key.agree(publicKey(neighbour));
                PairMask.of(schedule, agreed, dropped, neighbour).addTo(sum, generator);
            }
        }
    }

    private Octets publicKey(int client) {
        PublicKeys both = keys.get(client);
        if (both == null) {
            throw new IllegalStateException("node " + client + " never advertised keys");
        }
        return both.mask();
    }

    /** The first t shares of each owner. */
    private SortedMap<Integer, List<ShamirSharing.Share>> sharesBy(
            Function<UnmaskingShares, SortedMap<Integer, BigInteger>> kind) {
        SortedMap<Integer, List<ShamirSharing.Share>> byOwner = new TreeMap<>();
        answers.forEach((holder, answer) ->
                kind.apply(answer)
                        .forEach((owner, y) -> {
                            var shares = byOwner.computeIfAbsent(owner, any -> new ArrayList<>());
                            if (shares.size() < terms.threshold()) {
                                shares.add(new ShamirSharing.Share(holder + 1, y));
                            }
                        }));
        return byOwner;
    }

    private BigInteger secret(int owner, List<ShamirSharing.Share> shares) {
        BigInteger secret = field.combine(shares);
        if (secret.bitLength() > AgreementKey.BYTES * Byte.SIZE) {
            throw doNotFit(owner);
        }
        return secret;
    }

    private static AbortedException doNotFit(int owner) {
        return new AbortedException(
                Step.UNMASKING,
                "the shares of node %d's secret do not fit together: some node sent a wrong one"
                        .formatted(owner));
    }
}
