package federarium.privacy.encryption;

/** Many additions in few steps. */
final class Multiples {
    private Multiples() {}

    /** The ciphertext added to itself until it is in the sum so many times. */
    static BfvCiphertext of(BfvCiphertext ciphertext, int times) {
        BfvCiphertext sum = ciphertext;
        for (int bit = Integer.highestOneBit(times) >> 1; bit > 0; bit >>= 1) {
            sum = sum.plus(sum);
            if ((times & bit) != 0) {
                sum = sum.plus(ciphertext);
            }
        }
        return sum;
    }
}
