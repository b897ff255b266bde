package federarium.identity;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts the certificate with one pin, whatever name or address it comes from, and no other. */
public final class PinnedTrust extends X509ExtendedTrustManager {
    private final Pin pin;

    public PinnedTrust(Pin pin) {
        this.pin = pin;
    }

    private void require(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0 || !pin.fits(chain[0])) {
            throw new CertificateException(
                    "the machine at this address is not the one that made the link");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        require(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        require(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        require(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        throw clients();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        throw clients();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        throw clients();
    }

    private static CertificateException clients() {
        return new CertificateException("nodes are known by their keys, not by certificates");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
