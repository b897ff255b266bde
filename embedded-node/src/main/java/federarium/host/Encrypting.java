package federarium.host;

import federarium.privacy.encryption.SharedKey;
import federarium.privacy.noise.RandomBits;
import federarium.privacy.quantisation.RingVector;
import federarium.privacy.secagg.Octets;
import federarium.transport.Ciphertext;
import federarium.transport.EncryptedSum;
import federarium.transport.Hiding;
import federarium.transport.Invitation;
import federarium.transport.ModelHeld;
import federarium.update.ClientUpdate;
import java.security.SecureRandom;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A node's side under encryption: it encrypts its update, decrypts the sum, and moves its own model
 * by that.
 */
record Encrypting(
        Prepared prepared,
        int client,
        SharedKey key,
        HeldModels models,
        RandomBits noise,
        SecureRandom random)
        implements Hiding {

    @Override
    public Object answer(Object message, @Nullable ClientUpdate kept) {
        return switch (message) {
            case Invitation invitation ->
                    encrypted(invitation, Objects.requireNonNull(kept, "it has not trained"));
            case EncryptedSum sum -> moved(sum);
            default -> throw new IllegalArgumentException("no such message under encryption");
        };
    }

    private Ciphertext encrypted(Invitation invitation, ClientUpdate update) {
        RingVector vector =
                invitation.terms().encoding().encode(update.delta(), update.examples(), noise);
        byte[] ciphertext = key.encrypt(vector.toArray(), random);
        return new Ciphertext(invitation.round(), client, Octets.copyOf(ciphertext));
    }

    private ModelHeld moved(EncryptedSum sum) {
        RingVector opened = RingVector.owning(key.decrypt(sum.octets().toArray()));
        String sha256 =
                models.move(
                        client,
                        prepared.start().model(),
                        sum.rule(),
                        sum.terms().encoding(),
                        opened);
        return new ModelHeld(sum.round(), client, sha256);
    }
}
