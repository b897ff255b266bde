package federarium.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;

class PinnedTrustTest {
    private static final HostCertificate HOST = HostCertificate.generate();

    @Test
    void theCertificateOfTheLinkIsTrustedOverTls13() throws Exception {
        assertEquals("TLSv1.3", handshake(HOST.pin()));
    }

    @Test
    void anotherCertificateIsNot() {
        Pin another = HostCertificate.generate().pin();
        SSLException refusal = assertThrows(SSLException.class, () -> handshake(another));
        assertTrue(
                String.valueOf(refusal.getMessage()).contains("is not the one that made the link"),
                () -> String.valueOf(refusal));
    }

    @Test
    void noCertificateIsNoneToTrustNorIsOneOfANode() {
        PinnedTrust trust = new PinnedTrust(HOST.pin());
        X509Certificate[] own = {HOST.certificate()};
        assertThrows(
                CertificateException.class,
                () -> trust.checkServerTrusted(new X509Certificate[0], "UNKNOWN"));
        assertThrows(CertificateException.class, () -> trust.checkClientTrusted(own, "UNKNOWN"));
        assertEquals(0, trust.getAcceptedIssuers().length);
    }

    @Test
    void onlyTheFirstOfAChainCounts() {
        X509Certificate other = HostCertificate.generate().certificate();
        X509Certificate[] chain = {other, HOST.certificate()};
        assertThrows(
                CertificateException.class,
                () -> new PinnedTrust(HOST.pin()).checkServerTrusted(chain, "UNKNOWN"));
    }

    private static String handshake(Pin pin) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(
                "host", HOST.privateKey(), new char[0], new Certificate[] {HOST.certificate()});
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(keys, new char[0]);
        SSLContext serving = SSLContext.getInstance("TLS");
        serving.init(factory.getKeyManagers(), null, null);
        SSLContext calling = SSLContext.getInstance("TLS");
        calling.init(null, new TrustManager[] {new PinnedTrust(pin)}, null);
        try (SSLServerSocket server =
                (SSLServerSocket)
                        serving.getServerSocketFactory()
                                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve(server));
            try (SSLSocket socket =
                    (SSLSocket)
                            calling.getSocketFactory()
                                    .createSocket(
                                            InetAddress.getLoopbackAddress(),
                                            server.getLocalPort())) {
                socket.startHandshake();
                return socket.getSession().getProtocol();
            } finally {
                var _ = served.handle((_, _) -> true).join();
            }
        }
    }

    private static void serve(SSLServerSocket server) {
        try (SSLSocket socket = (SSLSocket) server.accept()) {
            socket.startHandshake();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
