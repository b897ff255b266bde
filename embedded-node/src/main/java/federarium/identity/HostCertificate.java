package federarium.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The coordinator's certificate for TLS: of its own making, on P-256, for ten years. Nobody vouches
 * for it; whoever joins compares its {@link Pin} with the one in the link.
 *
 * @param privateKey whose owner the certificate proves
 */
public record HostCertificate(PrivateKey privateKey, X509Certificate certificate) {
    private static final Duration LIFE = Duration.ofDays(3652);
    private static final String ENTRY = "federarium";

    /** The file is for its owner alone; a password beside it in the program would hide nothing. */
    private static final char[] PASSWORD = "federarium".toCharArray();

    /** A new one. */
    public static HostCertificate generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            X500Name name = new X500Name("CN=Federarium");
            Instant from = Instant.now().minus(Duration.ofDays(1));
            JcaX509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(127, new SecureRandom()).setBit(0),
                            Date.from(from),
                            Date.from(from.plus(LIFE)),
                            name,
                            pair.getPublic());
            return new HostCertificate(
                    pair.getPrivate(),
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(
                                            new JcaContentSignerBuilder("SHA256withECDSA")
                                                    .build(pair.getPrivate()))));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    /**
     * The one in a file, or a new one that is kept there: links stay good when the coordinator
     * begins anew.
     *
     * @throws IOException if the file cannot be read or written, or is no such certificate
     */
    public static HostCertificate kept(Path file) throws IOException {
        if (Files.exists(file)) {
            return read(file);
        }
        HostCertificate made = generate();
        PrivateFile.write(file, made::writeTo);
        return made;
    }

    private static HostCertificate read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            if (store.getKey(ENTRY, PASSWORD) instanceof PrivateKey key
                    && store.getCertificate(ENTRY) instanceof X509Certificate certificate) {
                return new HostCertificate(key, certificate);
            }
            throw new IOException("it holds no certificate of ours");
        } catch (GeneralSecurityException | IOException e) {
            throw new IOException(
                    "%s: cannot be read as the host's certificate (%s); move it away, and a new one is made"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private void writeTo(OutputStream out) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD);
            store.setKeyEntry(ENTRY, privateKey, PASSWORD, new Certificate[] {certificate});
            store.store(out, PASSWORD);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    public Pin pin() {
        return Pin.of(certificate);
    }

    @Override
    public String toString() {
        return "HostCertificate[" + pin().text() + "]";
    }
}
