package federarium.privacy.secagg;

import federarium.privacy.quantisation.RingVector;
import federarium.random.RandomStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/** All nodes and the coordinator of one round, whose messages are handed over by calls. */
final class RoundInMemory {
    private static final Map<Integer, KeyPair> SIGNERS = new TreeMap<>();

    final RoundTerms terms;
    final SecAggServer server;
    final Map<Integer, SecAggClient> nodes = new TreeMap<>();
    final List<SecAggMessage> sent = new ArrayList<>();

    private final Map<Step, Set<Integer>> silentFrom;
    private final Set<Integer> gone = new TreeSet<>();

    /** A round in which some nodes are silent from a step on. */
    RoundInMemory(RoundTerms terms, SecureRandom random, Map<Step, Set<Integer>> silentFrom) {
        this.terms = terms;
        this.silentFrom = silentFrom;
        server = new SecAggServer(terms);
        for (int id : terms.graph().clients()) {
            nodes.put(id, new SecAggClient(terms, id, signer(id).getPrivate(), random));
        }
    }

    static RoundTerms complete(int nodes, int threshold, int coordinates) {
        return terms(MaskingGraph.complete(numbered(nodes)), threshold, threshold, coordinates);
    }

    static RoundTerms sparse(Guarantee guarantee, long seed, int coordinates) {
        List<Integer> nodes = numbered(guarantee.clients());
        return terms(
                guarantee.graph(nodes, new RandomStream(seed)),
                guarantee.threshold(),
                guarantee.fewest(),
                coordinates);
    }

    static RoundTerms terms(MaskingGraph graph, int threshold, int fewest, int coordinates) {
        Map<Integer, PublicKey> signers = new TreeMap<>();
        graph.clients().forEach(id -> signers.put(id, signer(id).getPublic()));
        return new RoundTerms("a run", 7, coordinates, graph, threshold, fewest, signers);
    }

    static List<Integer> numbered(int nodes) {
        return IntStream.range(0, nodes).boxed().toList();
    }

    static synchronized KeyPair signer(int id) {
        return SIGNERS.computeIfAbsent(
                id,
                any -> {
                    try {
                        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                    } catch (GeneralSecurityException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    /** What is there for a node. */
    static <V> V of(Map<Integer, V> byNode, int id) {
        return Objects.requireNonNull(byNode.get(id));
    }

    SecAggClient node(int id) {
        return of(nodes, id);
    }

    /** The whole round. */
    RingVector sum(Map<Integer, RingVector> inputs) {
        upToMasking(inputs);
        unmask();
        return server.closeUnmasking();
    }

    void upToMasking(Map<Integer, RingVector> inputs) {
        var delivered = upToSharing();
        answer(Step.MASKED_INPUT, id -> node(id).mask(of(delivered, id), of(inputs, id)));
    }

    Map<Integer, SecAggMessage.DeliveredShares> upToSharing() {
        answer(Step.ADVERTISE_KEYS, id -> node(id).advertise());
        var keys = server.closeAdvertising();
        sent.addAll(keys.values());
        answer(Step.SHARE_KEYS, id -> node(id).share(of(keys, id)));
        var delivered = server.closeSharing();
        sent.addAll(delivered.values());
        return delivered;
    }

    private void unmask() {
        var list = server.closeMasking();
        sent.add(list);
        answer(Step.CONSISTENCY, id -> node(id).sign(list));
        var signatures = server.closeConsistency();
        sent.addAll(signatures.values());
        answer(Step.UNMASKING, id -> node(id).unmask(of(signatures, id)));
    }

    private void answer(Step step, Function<Integer, SecAggMessage.Up> reply) {
        gone.addAll(silentFrom.getOrDefault(step, Set.of()));
        for (int id : nodes.keySet()) {
            if (!gone.contains(id)) {
                SecAggMessage.Up message = reply.apply(id);
                sent.add(message);
                server.receive(message);
            }
        }
    }
}
