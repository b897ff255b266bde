package federarium.privacy.encryption;

import java.security.SecureRandom;

/**
 * The secret key that all clients share and the coordinator never has.
 *
 * <p>It encrypts vectors of integers mod 2³² and decrypts their sums. Whoever has it reads every
 * ciphertext made with it, a single client's as well as a sum: so the coordinator together with one
 * client reads everybody's. A wrong key gives numbers without meaning, and no error: nothing here
 * tells a right sum from a wrong one. Teaching grade, see the package.
 */
public sealed interface SharedKey permits BfvSharedKey, PaillierSharedKey {

    /**
     * Encrypts a vector, anew every time it is called.
     *
     * @param values integers mod 2³², of any sign, at least one
     * @param random where seeds come from, independent of everything that others know
     * @return the ciphertext as it travels
     */
    byte[] encrypt(int[] values, SecureRandom random);

    /**
     * Decrypts a ciphertext, or a sum of ciphertexts to the sum of their vectors mod 2³².
     *
     * @throws IllegalArgumentException if these bytes are no ciphertext
     */
    int[] decrypt(byte[] ciphertext);
}
