package federarium.privacy.secagg;

import federarium.privacy.quantisation.RingVector;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What travels between a node and the coordinator in one round.
 *
 * <p>Sizes are those of the plainest encoding: rounds, nodes and counts take four bytes each, keys
 * 32, signatures 64, shares 33, a sealed pair of shares 82.
 */
public sealed interface SecAggMessage {

    int round();

    /** Bytes as it travels. */
    long bytes();

    /** From a node. */
    sealed interface Up extends SecAggMessage {
        /** Who sends it. */
        int client();
    }

    /** From the coordinator, to one node. */
    sealed interface Down extends SecAggMessage {}

    /**
     * A node's two public keys, for this round only: to seal shares with, and to agree on masks.
     */
    record PublicKeys(Octets seal, Octets mask) {
        static final long BYTES = 2L * AgreementKey.BYTES;
    }

    /** Step 1, up. */
    record AdvertisedKeys(int round, int client, PublicKeys keys) implements Up {
        @Override
        public long bytes() {
            return HEADER + PublicKeys.BYTES;
        }
    }

    /** Step 1, down: the keys of those neighbours that advertised theirs. */
    record NeighbourKeys(int round, SortedMap<Integer, PublicKeys> keys) implements Down {
        public NeighbourKeys {
            keys = frozen(keys);
        }

        @Override
        public long bytes() {
            return HEADER + keys.size() * (Integer.BYTES + PublicKeys.BYTES);
        }
    }

    /** Step 2, up: for each neighbour its shares of the sender's secrets, sealed. */
    record SealedShares(int round, int client, SortedMap<Integer, Octets> sealed) implements Up {
        public SealedShares {
            sealed = frozen(sealed);
        }

        @Override
        public long bytes() {
            return HEADER + Integer.BYTES + counted(sealed);
        }
    }

    /** Step 2, down: what the neighbours sealed for the receiver. */
    record DeliveredShares(int round, SortedMap<Integer, Octets> sealed) implements Down {
        public DeliveredShares {
            sealed = frozen(sealed);
        }

        @Override
        public long bytes() {
            return HEADER + counted(sealed);
        }
    }

    /** Step 3, up: the node's vector under its masks. */
    record MaskedInput(int round, int client, RingVector masked) implements Up {
        @Override
        public long bytes() {
            return HEADER + Integer.BYTES + masked.bytes();
        }
    }

    /** Step 3, down: whose vectors are in the sum, ascending. */
    record SurvivorList(int round, List<Integer> survivors) implements Down {
        public SurvivorList {
            survivors = List.copyOf(survivors);
        }

        @Override
        public long bytes() {
            return HEADER + (long) survivors.size() * Integer.BYTES;
        }
    }

    /** Step 4, up: the node has seen this list of survivors and will see no other. */
    record SurvivorSignature(int round, int client, Octets signature) implements Up {
        static final int BYTES = 64;

        @Override
        public long bytes() {
            return HEADER + signature.length();
        }
    }

    /** Step 4, down: signatures of neighbours, on the list that the receiver was given. */
    record NeighbourSignatures(int round, SortedMap<Integer, Octets> signatures) implements Down {
        public NeighbourSignatures {
            signatures = frozen(signatures);
        }

        @Override
        public long bytes() {
            return HEADER + counted(signatures);
        }
    }

    /**
     * Step 5, up: shares by their owners, of the seed of those that are in the sum and of the mask
     * key of those that are not.
     */
    record UnmaskingShares(
            int round,
            int client,
            SortedMap<Integer, BigInteger> seeds,
            SortedMap<Integer, BigInteger> maskKeys)
            implements Up {
        public UnmaskingShares {
            seeds = frozen(seeds);
            maskKeys = frozen(maskKeys);
        }

        @Override
        public long bytes() {
            int shares = seeds.size() + maskKeys.size();
            return HEADER + 2 * Integer.BYTES + shares * (Integer.BYTES + (long) SHARE);
        }
    }

    /** Round and sender, or round and count. */
    long HEADER = 2L * Integer.BYTES;

    /** Bytes of one share. */
    int SHARE = SharePair.SHARE_BYTES;

    private static <V> SortedMap<Integer, V> frozen(SortedMap<Integer, V> parts) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    private static long counted(SortedMap<Integer, Octets> parts) {
        return parts.values().stream().mapToLong(part -> Integer.BYTES + part.length()).sum();
    }
}
