package federarium.host;

import federarium.coordinator.RunPlan;
import federarium.coordinator.Sums;
import federarium.identity.NodeIdentity;
import federarium.identity.PublicIdentity;
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
import federarium.transport.SignedLists;
import io.vertx.core.Vertx;
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

    /** Every node's key in client order, where the nodes have to know each other's. */
    default List<PublicIdentity> roster() {
        return List.of();
    }

    /**
     * Those that a run's scenario asks for, or null where nothing is hidden.
     *
     * @param elsewhere the keys of nodes of other machines, which have the first seats
     */
    static @Nullable Secrets of(
            Vertx vertx,
            RunPlan plan,
            Prepared prepared,
            HeldModels models,
            List<PublicIdentity> elsewhere) {
        return switch (plan.scenario().concealment()) {
            case NONE -> null;
            case MASKS -> Keys.of(vertx, plan, elsewhere);
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

    /**
     * Every node's Ed25519 key, and the private ones of those that are here.
     *
     * @param own of the nodes of this machine, after those of others
     */
    record Keys(
            Vertx vertx,
            RunPlan plan,
            List<NodeIdentity> own,
            List<PublicIdentity> roster,
            Directory directory)
            implements Secrets {

        static Keys of(Vertx vertx, RunPlan plan, List<PublicIdentity> elsewhere) {
            List<NodeIdentity> own =
                    Stream.generate(NodeIdentity::generate)
                            .limit(plan.nodes().size() - elsewhere.size())
                            .toList();
            List<PublicIdentity> roster =
                    Stream.concat(elsewhere.stream(), own.stream().map(NodeIdentity::known))
                            .toList();
            return new Keys(
                    vertx,
                    plan,
                    own,
                    roster,
                    new Directory(plan.run(), roster.stream().map(PublicIdentity::key).toList()));
        }

        @Override
        public Hiding hiding(int client) {
            int elsewhere = roster.size() - own.size();
            return new Masking(
                    directory,
                    client,
                    own.get(client - elsewhere).privateKey(),
                    plan.noise(),
                    new SignedLists());
        }

        @Override
        public Sums sums() {
            return new MaskedSums(vertx, directory);
        }
    }
}
