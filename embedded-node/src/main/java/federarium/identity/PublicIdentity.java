package federarium.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * What others know of a node: its Ed25519 public key (RFC 8032), 32 bytes.
 *
 * @param text the key in base64url, without padding
 */
public record PublicIdentity(String text) {
    static final int BYTES = 32;

    /** What comes before the key in a SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /** The y of each point of order 1, 2, 4 or 8, as a key without the sign of x. */
    private static final Set<String> SMALL_ORDER =
            Set.of(
                    "0000000000000000000000000000000000000000000000000000000000000000",
                    "0100000000000000000000000000000000000000000000000000000000000000",
                    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");

    /**
     * @throws IllegalArgumentException if the text is no such key, or one that is nobody's own
     */
    public PublicIdentity {
        Base64Text.require(text, BYTES, "a node's key");
        byte[] raw = Base64.getUrlDecoder().decode(text);
        var _ = key(raw);
        raw[BYTES - 1] &= 0x7f;
        if (SMALL_ORDER.contains(HexFormat.of().formatHex(raw))) {
            throw new IllegalArgumentException(
                    "a node's key is of small order: anybody could sign for it");
        }
    }

    static PublicIdentity of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        byte[] raw = new byte[BYTES];
        System.arraycopy(encoded, encoded.length - BYTES, raw, 0, BYTES);
        return new PublicIdentity(Base64Text.of(raw));
    }

    /** The key itself. */
    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(text);
    }

    public PublicKey key() {
        return key(bytes());
    }

    private static PublicKey key(byte[] raw) {
        byte[] encoded = new byte[PREFIX.length + BYTES];
        System.arraycopy(PREFIX, 0, encoded, 0, PREFIX.length);
        System.arraycopy(raw, 0, encoded, PREFIX.length, BYTES);
        try {
            PublicKey key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded));
            // The platform decodes the point no earlier than this.
            Signature.getInstance("Ed25519").initVerify(key);
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a node's key is no point of Ed25519", e);
        }
    }

    /** Whether the owner of the key signed this; never an exception, whatever the bytes are. */
    public boolean signed(byte[] message, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key());
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
