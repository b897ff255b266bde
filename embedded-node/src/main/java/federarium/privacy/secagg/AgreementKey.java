package federarium.privacy.secagg;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import javax.crypto.KeyAgreement;

/** A private X25519 key (RFC 7748): 32 bytes that can be shared and put together again. */
final class AgreementKey {
    static final int BYTES = 32;
    private static final Octets BASE_POINT = littleEndian(BigInteger.valueOf(9));

    private final byte[] scalar;

    private AgreementKey(byte[] scalar) {
        this.scalar = scalar;
    }

    static AgreementKey drawn(SecureRandom random) {
        byte[] scalar = new byte[BYTES];
        random.nextBytes(scalar);
        return new AgreementKey(scalar);
    }

    /** The key whose bytes, read as a big-endian number, are {@link #number}. */
    static AgreementKey of(BigInteger number) {
        return new AgreementKey(toBytes(number, BYTES));
    }

    BigInteger number() {
        return new BigInteger(1, scalar);
    }

    Octets publicKey() {
        return Octets.copyOf(agree(BASE_POINT));
    }

    /**
     * The secret shared with the owner of a public key.
     *
     * @throws RefusedException if it is no X25519 key, or one that gives everybody the same secret
     */
    byte[] agree(Octets publicKey) {
        if (publicKey.length() != BYTES) {
            throw new RefusedException(
                    "a public key has %d bytes; an X25519 key has %d"
                            .formatted(publicKey.length(), BYTES));
        }
        try {
            KeyFactory keys = KeyFactory.getInstance("X25519");
            KeyAgreement agreement = KeyAgreement.getInstance("X25519");
            agreement.init(
                    keys.generatePrivate(
                            new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar.clone())));
            BigInteger u = bigEndian(publicKey).clearBit(BYTES * Byte.SIZE - 1);
            agreement.doPhase(
                    keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, u)), true);
            return agreement.generateSecret();
        } catch (InvalidKeyException e) {
            throw new RefusedException(
                    "a public key is of small order: anybody could know what it gives", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has X25519", e);
        }
    }

    /** A number below 256^length, big-endian, in exactly so many bytes. */
    static byte[] toBytes(BigInteger number, int length) {
        byte[] bytes = new byte[length];
        byte[] minimal = number.toByteArray();
        int taken = Math.min(minimal.length, length);
        System.arraycopy(minimal, minimal.length - taken, bytes, length - taken, taken);
        return bytes;
    }

    private static Octets littleEndian(BigInteger number) {
        return Octets.copyOf(reversed(toBytes(number, BYTES)));
    }

    private static BigInteger bigEndian(Octets littleEndian) {
        return new BigInteger(1, reversed(littleEndian.toArray()));
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
