package federarium.privacy.secagg;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.List;

/** What nodes sign by Ed25519: that under these terms exactly these nodes are in the sum. */
final class SurvivorVote {
    private final byte[] statement;

    SurvivorVote(RoundTerms terms, List<Integer> survivors) {
        byte[] binding = terms.binding();
        ByteBuffer text = ByteBuffer.allocate(binding.length + survivors.size() * Integer.BYTES);
        text.put(binding);
        survivors.forEach(text::putInt);
        statement = RoundTerms.sha256(text.array());
    }

    Octets signedWith(PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(statement);
            return Octets.copyOf(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the node's key is no Ed25519 key", e);
        }
    }

    boolean isSignedBy(PublicKey key, Octets signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(statement);
            return signature.verify(signed.toArray());
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a node's public key is no Ed25519 key", e);
        }
    }
}
