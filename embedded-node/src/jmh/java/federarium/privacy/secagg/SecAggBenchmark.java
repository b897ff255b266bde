package federarium.privacy.secagg;

import federarium.privacy.quantisation.Quantiser;
import federarium.privacy.quantisation.RingVector;
import federarium.privacy.quantisation.Rounding;
import federarium.privacy.secagg.SecAggMessage.Up;
import federarium.random.RandomStream;
import federarium.update.Weights;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All that secure aggregation adds to a round of 50 nodes with 200,000 parameters, from updates to
 * their mean: the nodes on all cores, the coordinator on one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class SecAggBenchmark {
    private static final int NODES = 50;
    private static final int PARAMETERS = 200_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The share of nodes that may collude, and as many drop out; or every node a neighbour. */
    @Param({"0.1", "0.2", "complete"})
    public String bears = "";

    /** How many drop out after they shared their keys. */
    @Param({"0", "5"})
    public int lost;

    private final List<Integer> all = IntStream.range(0, NODES).boxed().toList();
    private final Map<Integer, KeyPair> signers = new TreeMap<>();
    private Weights update = Weights.zeros(PARAMETERS);
    private @Nullable RoundTerms agreed;

    @Setup
    public void draw() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        all.forEach(id -> signers.put(id, generator.generateKeyPair()));
        RandomStream random = new RandomStream(1);
        float[] delta = new float[PARAMETERS];
        for (int i = 0; i < PARAMETERS; i++) {
            delta[i] = (float) random.nextGaussian();
        }
        update = Weights.owning(delta);
        if (bears.equals("complete")) {
            agreed = terms(MaskingGraph.complete(all), 2 * NODES / 3 + 1, 2 * NODES / 3 + 1);
        } else {
            double share = Double.parseDouble(bears);
            Guarantee guarantee = Guarantee.of(NODES, share, share);
            agreed =
                    terms(
                            guarantee.graph(all, random),
                            guarantee.threshold(),
                            guarantee.fewest());
        }
    }

    private RoundTerms terms(MaskingGraph graph, int threshold, int fewest) {
        Map<Integer, PublicKey> keys = new TreeMap<>();
        for (int id : graph.clients()) {
            keys.put(id, of(signers, id).getPublic());
        }
        return new RoundTerms("run", 1, PARAMETERS + 1, graph, threshold, fewest, keys);
    }

    @Benchmark
    public Weights round() {
        RoundTerms terms = Objects.requireNonNull(agreed);
        SecAggServer server = new SecAggServer(terms);
        Map<Integer, SecAggClient> nodes = new ConcurrentHashMap<>();
        all.parallelStream()
                .forEach(id -> nodes.put(
                        id,
                        new SecAggClient(terms, id, of(signers, id).getPrivate(), RANDOM)));
        answer(server, all, id -> of(nodes, id).advertise());
        var keys = server.closeAdvertising();
        answer(server, all, id -> of(nodes, id).share(of(keys, id)));
        var shares = server.closeSharing();
        List<Integer> left = all.subList(lost, NODES);
        answer(server, left, id -> of(nodes, id).mask(of(shares, id), encoded()));
        var list = server.closeMasking();
        answer(server, left, id -> of(nodes, id).sign(list));
        var signatures = server.closeConsistency();
        answer(server, left, id -> of(nodes, id).unmask(of(signatures, id)));
        return Quantiser.STANDARD.mean(server.closeUnmasking());
    }

    private static <V> V of(Map<Integer, V> byNode, int id) {
        return Objects.requireNonNull(byNode.get(id));
    }

    private RingVector encoded() {
        return Quantiser.STANDARD.encode(update, 3, 4, Rounding.nearest()).values();
    }

    private static void answer(
            SecAggServer server, Collection<Integer> nodes, Function<Integer, Up> reply) {
        nodes.parallelStream().map(reply).forEach(message -> {
            synchronized (server) {
                server.receive(message);
            }
        });
    }
}
