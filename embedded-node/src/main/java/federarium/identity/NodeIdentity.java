package federarium.identity;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;

/** A node's Ed25519 pair of keys (RFC 8032), by which it is known wherever it joins from. */
public final class NodeIdentity {
    private final KeyPair pair;

    NodeIdentity(KeyPair pair) {
        this.pair = pair;
    }

    /** A new one. */
    public static NodeIdentity generate() {
        try {
            return new NodeIdentity(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    public PublicIdentity known() {
        return PublicIdentity.of(pair.getPublic());
    }

    public PrivateKey privateKey() {
        return pair.getPrivate();
    }

    /** 64 bytes. */
    public byte[] sign(byte[] message) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(pair.getPrivate());
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs", e);
        }
    }
}
