package federarium.privacy.secagg;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The 128-bit keys of one round, each for one purpose: HKDF-SHA256 (RFC 5869) of a secret, salted
 * with the terms of the round and labelled with purpose and nodes.
 */
final class KeySchedule {
    private static final int KEY_BYTES = 16;

    private final byte[] salt;
    private final KDF kdf;

    KeySchedule(RoundTerms terms) {
        salt = terms.binding();
        try {
            kdf = KDF.getInstance("HKDF-SHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 25 platform has HKDF-SHA256", e);
        }
    }

    /** The key that seals what one node sends another, in this direction. */
    byte[] seal(byte[] agreed, int from, int to) {
        return derived(agreed, "shares", from, to);
    }

    /** The key of the mask that two nodes have in common. */
    byte[] pairMask(byte[] agreed, int one, int other) {
        return derived(agreed, "pair mask", Math.min(one, other), Math.max(one, other));
    }

    /** The key of a node's own mask. */
    byte[] selfMask(byte[] seed, int client) {
        return derived(seed, "self mask", client, client);
    }

    private byte[] derived(byte[] secret, String purpose, int first, int second) {
        byte[] label = purpose.getBytes(StandardCharsets.US_ASCII);
        byte[] info =
                ByteBuffer.allocate(label.length + 2 * Integer.BYTES)
                        .put(label)
                        .putInt(first)
                        .putInt(second)
                        .array();
        try {
            return kdf.deriveData(
                    HKDFParameterSpec.ofExtract()
                            .addSalt(salt)
                            .addIKM(secret)
                            .thenExpand(info, KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 25 platform has HKDF-SHA256", e);
        }
    }
}
