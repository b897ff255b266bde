package federarium.transport;

import federarium.privacy.secagg.Octets;

/** A node's update of a round, encrypted. */
public record Ciphertext(int round, int client, Octets octets) {

    /** Bytes as it travels: round, sender, and itself. */
    long bytes() {
        return 2L * Integer.BYTES + octets.length();
    }
}
