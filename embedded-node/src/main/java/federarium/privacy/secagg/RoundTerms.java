package federarium.privacy.secagg;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What all sides of one round know beforehand and agree on.
 *
 * @param session names the run; keys and signatures of another one do not fit
 * @param round the round, from 0
 * @param coordinates how many numbers each vector has
 * @param graph who shares masks and secrets with whom
 * @param threshold t: so many of a node and its neighbours together give its secrets back
 * @param fewest a sum of fewer nodes than this is never unmasked
 * @param signers each node's Ed25519 key, known from elsewhere than the coordinator
 */
public record RoundTerms(
        String session,
        int round,
        int coordinates,
        MaskingGraph graph,
        int threshold,
        int fewest,
        Map<Integer, PublicKey> signers) {

    /**
     * Terms under which a sum is possible and hides its parts.
     *
     * @throws IllegalArgumentException with what would work, where they are not
     */
    public RoundTerms {
        int nodes = graph.clients().size();
        if (nodes < 3) {
            throw new IllegalArgumentException(
                    "secure aggregation of %d nodes hides nothing; allowed: 3 or more"
                            .formatted(nodes));
        }
        if (fewest < 2 || fewest > nodes) {
            throw new IllegalArgumentException(
                    "a sum of at least %d of %d nodes; allowed: 2 to %d"
                            .formatted(fewest, nodes, nodes));
        }
        if (coordinates < 1) {
            throw new IllegalArgumentException(coordinates + " coordinates; allowed: 1 or more");
        }
        for (int client : graph.clients()) {
            int holders = graph.neighbours(client).size() + 1;
            if (threshold < 2 || threshold > holders) {
                throw new IllegalArgumentException(
                        "a threshold of %d shares where %d hold one; allowed: 2 to %d"
                                .formatted(threshold, holders, holders));
            }
            if (!signers.containsKey(client)) {
                throw new IllegalArgumentException("node " + client + " has no key to sign with");
            }
        }
        signers = Map.copyOf(signers);
    }

    /** The key by which a node's signature is known. */
    PublicKey signer(int client) {
        return Objects.requireNonNull(signers.get(client));
    }

    /** A node and its neighbours: who holds a share of its secrets. */
    Set<Integer> holders(int client) {
        Set<Integer> holders = new TreeSet<>(graph.neighbours(client));
        holders.add(client);
        return holders;
    }

    /** How many of the nodes hold a share of this one's secrets. */
    int holdersAmong(int client, Collection<Integer> nodes) {
        Set<Integer> holders = holders(client);
        holders.retainAll(nodes);
        return holders.size();
    }

    /** SHA-256 over all that is agreed on but the signers' keys, to bind keys and signatures to. */
    byte[] binding() {
        List<Object> agreed =
                List.of(session.length(), session, round, coordinates, threshold, fewest, graph);
        String text = "federarium secure aggregation 1 " + agreed;
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
