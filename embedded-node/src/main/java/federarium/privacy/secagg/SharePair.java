package federarium.privacy.secagg;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What one node holds of another's two secrets, sealed on its way by AES-128-GCM. The key serves
 * one message only, so the nonce is zero.
 *
 * @param seed a share of the seed of the owner's own mask
 * @param maskKey a share of the private key of its masks with its neighbours
 */
record SharePair(BigInteger seed, BigInteger maskKey) {

    /** Bytes of one share: numbers below 2²⁵⁶ + 297. */
    static final int SHARE_BYTES = 33;

    private static final int TAG_BYTES = 16;

    /** Bytes of a sealed pair. */
    static final int SEALED_BYTES = 2 * SHARE_BYTES + TAG_BYTES;

    Octets sealed(byte[] key) {
        byte[] plain = Arrays.copyOf(AgreementKey.toBytes(seed, SHARE_BYTES), 2 * SHARE_BYTES);
        byte[] second = AgreementKey.toBytes(maskKey, SHARE_BYTES);
        System.arraycopy(second, 0, plain, SHARE_BYTES, SHARE_BYTES);
        try {
            return Octets.copyOf(cipher(Cipher.ENCRYPT_MODE, key).doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /**
     * Opens what {@link #sealed} closed.
     *
     * @throws RefusedException if it was changed on its way, or was meant for another node or round
     */
    static SharePair opened(Octets sealed, byte[] key, int owner) {
        if (sealed.length() != SEALED_BYTES) {
            throw new RefusedException(
                    "the shares of node %d came in %d bytes instead of %d"
                            .formatted(owner, sealed.length(), SEALED_BYTES));
        }
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, key).doFinal(sealed.toArray());
            return new SharePair(
                    new BigInteger(1, plain, 0, SHARE_BYTES),
                    new BigInteger(1, plain, SHARE_BYTES, SHARE_BYTES));
        } catch (AEADBadTagException e) {
            throw new RefusedException(
                    "the shares of node %d were changed on their way".formatted(owner), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(TAG_BYTES * Byte.SIZE, new byte[12]));
        return cipher;
    }
}
