package federarium.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A node's pair of keys in a file: two lines of base64, the private key (PKCS #8) and the public
 * one as others know it.
 */
record KeyFile(Path file) {

    /**
     * The node in the file, or a new one that is kept there.
     *
     * @throws IOException if the file cannot be read or written, or holds no pair of keys
     */
    NodeIdentity kept() throws IOException {
        if (Files.exists(file)) {
            return read();
        }
        NodeIdentity made = NodeIdentity.generate();
        PrivateFile.write(file, out -> out.write(text(made).getBytes(StandardCharsets.US_ASCII)));
        return made;
    }

    private static String text(NodeIdentity node) {
        String secret = Base64.getEncoder().encodeToString(node.privateKey().getEncoded());
        return secret + "\n" + node.known().text() + "\n";
    }

    private NodeIdentity read() throws IOException {
        String[] lines = Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1);
        try {
            PrivateKey secret =
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines[0])));
            NodeIdentity read =
                    new NodeIdentity(new KeyPair(new PublicIdentity(lines[1]).key(), secret));
            byte[] probe = {1};
            if (read.known().signed(probe, read.sign(probe))) {
                return read;
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            throw damaged(e);
        }
        throw damaged(null);
    }

    private IOException damaged(@Nullable Exception e) {
        return new IOException(
                file + ": is no key of a node; move it away, and a new node is made", e);
    }
}
