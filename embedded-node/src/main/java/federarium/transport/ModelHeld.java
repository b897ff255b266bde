package federarium.transport;

/**
 * A node has moved its model by a sum.
 *
 * @param sha256 of the model that it holds now
 */
public record ModelHeld(int round, int client, String sha256) {

    /** Bytes as it travels: round, sender and the hash. */
    long bytes() {
        return 2L * Integer.BYTES + sha256.length() / 2;
    }
}
