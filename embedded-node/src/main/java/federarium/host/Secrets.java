package federarium.host;

import federarium.coordinator.RunPlan;
import federarium.coordinator.Sums;
import federarium.scenario.Concealment;
import federarium.transport.Directory;
import federarium.transport.Hiding;
import federarium.transport.MaskedSums;
import federarium.transport.Masking;
import io.vertx.core.Vertx;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the nodes of a run hide their updates with, drawn anew whenever it begins or goes on. */
interface Secrets {

    /** The node's side. */
    Hiding hiding(int client);

    /** The coordinator's. */
    Sums sums();

    /** Those that a run's scenario asks for, or null where nothing is hidden. */
    static @Nullable Secrets of(Vertx vertx, RunPlan plan) {
        return plan.scenario().concealment() == Concealment.NONE
                ? null
                : Identities.of(vertx, plan);
    }

    /** Every node's Ed25519 pair; its private key is its own. */
    record Identities(Vertx vertx, RunPlan plan, List<KeyPair> pairs) implements Secrets {

        static Identities of(Vertx vertx, RunPlan plan) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
                return new Identities(
                        vertx,
                        plan,
                        Stream.generate(generator::generateKeyPair)
                                .limit(plan.nodes().size())
                                .toList());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has Ed25519", e);
            }
        }

        @Override
        public Hiding hiding(int client) {
            return new Masking(directory(), client, pairs.get(client).getPrivate(), plan.noise());
        }

        @Override
        public Sums sums() {
            return new MaskedSums(vertx, directory());
        }

        private Directory directory() {
            return new Directory(plan.run(), pairs.stream().map(KeyPair::getPublic).toList());
        }
    }
}
