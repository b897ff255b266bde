package federarium.host;

import federarium.coordinator.RunPlan;
import federarium.coordinator.Sums;
import federarium.privacy.encryption.BfvSharedKey;
import federarium.privacy.encryption.BfvSum;
import federarium.privacy.encryption.BlindSum;
import federarium.privacy.encryption.Paillier;
import federarium.privacy.encryption.PaillierPublicKey;
import federarium.privacy.encryption.PaillierSharedKey;
import federarium.privacy.encryption.PaillierSum;
import federarium.privacy.encryption.SharedKey;
import federarium.transport.Directory;
import federarium.transport.EncryptedSums;
import federarium.transport.Hiding;
import federarium.transport.MaskedSums;
import federarium.transport.Masking;
import io.vertx.core.Vertx;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the nodes of a run hide their updates with, drawn anew whenever it begins or goes on. */
interface Secrets {

    /** The node's side. */
    Hiding hiding(int client);

    /** The coordinator's. */
    Sums sums();

    /** Those that a run's scenario asks for, or null where nothing is hidden. */
    static @Nullable Secrets of(Vertx vertx, RunPlan plan, Prepared prepared, HeldModels models) {
        return switch (plan.scenario().concealment()) {
            case NONE -> null;
            case MASKS -> Identities.of(vertx, plan);
            case BFV ->
                    new CommonKey(
                            vertx,
                            plan,
                            prepared,
                            models,
                            BfvSharedKey.generate(new SecureRandom()),
                            BfvSum::new);
            case PAILLIER -> {
                PaillierSharedKey key =
                        PaillierSharedKey.generate(
                                Paillier.KEY_BITS, plan.nodes().size(), new SecureRandom());
                PaillierPublicKey known = key.publicKey();
                yield new CommonKey(
                        vertx, plan, prepared, models, key, () -> new PaillierSum(known));
            }
        };
    }

    /** The key that all nodes share; what the coordinator adds with holds nothing of it. */
    record CommonKey(
            Vertx vertx,
            RunPlan plan,
            Prepared prepared,
            HeldModels models,
            SharedKey key,
            Supplier<BlindSum> sum)
            implements Secrets {

        @Override
        public Hiding hiding(int client) {
            return new Encrypting(
                    prepared,
                    client,
                    key,
                    models,
                    plan.noise().bits(0, client),
                    new SecureRandom());
        }

        @Override
        public Sums sums() {
            return new EncryptedSums(vertx, plan.run(), plan.nodes().size(), sum);
        }
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
