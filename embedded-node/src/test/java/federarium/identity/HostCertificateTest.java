package federarium.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostCertificateTest {
    @TempDir private Path folder;

    @Test
    void isSignedByItselfOnP256AndGoodFromYesterdayForTenYears() throws GeneralSecurityException {
        X509Certificate certificate = HostCertificate.generate().certificate();
        certificate.verify(certificate.getPublicKey());
        ECPublicKey key = assertInstanceOf(ECPublicKey.class, certificate.getPublicKey());
        assertEquals(256, key.getParams().getCurve().getField().getFieldSize());
        assertEquals("CN=Federarium", certificate.getSubjectX500Principal().getName());
        certificate.checkValidity(Date.from(Instant.now().minus(Duration.ofHours(23))));
        certificate.checkValidity(Date.from(Instant.now().plus(Duration.ofDays(3640))));
        assertEquals(1, certificate.getSerialNumber().signum());
    }

    @Test
    void isKnownByTheDigestOfItsKeyAsItHoldsThat() throws Exception {
        HostCertificate host = HostCertificate.generate();
        byte[] held =
                new JcaX509CertificateHolder(host.certificate())
                        .getSubjectPublicKeyInfo()
                        .getEncoded();
        assertArrayEquals(MessageDigest.getInstance("SHA-256").digest(held), host.pin().bytes());
        assertNotEquals(host.pin(), HostCertificate.generate().pin());
    }

    @Test
    void outlivesItsMakerAndIsItsOwnersAlone() throws IOException {
        Path file = folder.resolve("host.p12");
        Pin pin = HostCertificate.kept(file).pin();
        assertEquals(pin, HostCertificate.kept(file).pin());
        IdentitiesTest.assertItsOwnersAlone(file);
    }

    @Test
    void aDamagedFileIsNamedAndLeftAsItIs() throws IOException {
        Path file = folder.resolve("host.p12");
        Files.write(file, new byte[] {1});
        String sentence =
                String.valueOf(
                        assertThrows(IOException.class, () -> HostCertificate.kept(file))
                                .getMessage());
        assertTrue(sentence.startsWith(file + ": cannot be read as the host's certificate ("));
        assertTrue(sentence.endsWith("); move it away, and a new one is made"), sentence);
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(file));
    }

    @Test
    void neverShowsItsPrivateKey() {
        HostCertificate host = HostCertificate.generate();
        assertFalse(host.toString().contains(host.privateKey().toString()));
    }
}
