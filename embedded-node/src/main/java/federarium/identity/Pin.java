package federarium.identity;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;

/**
 * What a certificate is known by: the SHA-256 of its public key, as the certificate holds that
 * (SubjectPublicKeyInfo).
 *
 * @param text 32 bytes in base64url, without padding
 */
public record Pin(String text) {
    /**
     * @throws IllegalArgumentException if the text is none
     */
    public Pin {
        Base64Text.require(text, 32, "the pin");
    }

    public static Pin of(X509Certificate certificate) {
        return new Pin(Base64Text.of(Sha256.of(certificate.getPublicKey().getEncoded())));
    }

    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(text);
    }

    boolean fits(X509Certificate certificate) {
        return MessageDigest.isEqual(bytes(), of(certificate).bytes());
    }
}
