package federarium.privacy.encryption;

/**
 * What the coordinator does under encryption: it adds ciphertexts that it cannot read.
 *
 * <p>It holds public parameters only; no method here gives a plaintext. What it learns is who sent
 * a ciphertext, when, and of how many values.
 */
public sealed interface BlindSum permits BfvSum, PaillierSum {

    /**
     * Adds one ciphertext, or a sum of several.
     *
     * @throws IllegalArgumentException if these bytes are no ciphertext, if they hold another
     *     number of values than those before, or if the sum could no longer be decrypted for sure;
     *     the sum is then what it was
     */
    void add(byte[] ciphertext);

    /**
     * The sum as it travels to the nodes.
     *
     * @throws IllegalStateException if nothing was added
     */
    byte[] toBytes();
}
