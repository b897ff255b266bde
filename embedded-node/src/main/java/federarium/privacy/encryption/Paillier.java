package federarium.privacy.encryption;

/**
 * What Paillier's cryptosystem costs here, and the models it is refused for.
 *
 * <p>P. Paillier, "Public-key cryptosystems based on composite degree residuosity classes",
 * EUROCRYPT 1999, with g = n + 1. An encryption is one power mod n² of a thousand-digit number, so
 * this is the textbook case for small models; {@link Bfv} does the same work thousands of times
 * faster.
 */
public final class Paillier {
    /** Bits of n for 128 bit of security; 2048 give 112. */
    public static final int KEY_BITS = 3072;

    public static final int SMALL_KEY_BITS = 2048;

    /** The longest vector that is encrypted. */
    public static final int MOST_VALUES = 10_000;

    /** Seconds to encrypt one number under 3072 bit, measured: docs/benchmarks.md. */
    private static final double SECONDS_A_NUMBER = .03;

    private Paillier() {}

    /**
     * Passes vectors of 1 to {@link #MOST_VALUES} values.
     *
     * @throws IllegalArgumentException if there are more, or none
     */
    public static void requireFits(int values, int clients) {
        if (values < 1) {
            throw new IllegalArgumentException("a vector of no values cannot be encrypted");
        }
        if (values > MOST_VALUES) {
            throw new IllegalArgumentException(
                    ("Paillier would take some %.0f seconds for each update of %d parameters, and"
                                    + " is for models of at most %d: choose bfv, or a smaller"
                                    + " model")
                            .formatted(seconds(values, clients), values, MOST_VALUES));
        }
    }

    /** Bytes of a ciphertext of so many values under 3072 bit. */
    public static long bytes(int values, int clients) {
        return PaillierCiphertext.HEADER_BYTES
                + Slots.of(KEY_BITS, clients).numbers(values) * (2L * KEY_BITS / Byte.SIZE);
    }

    /** About the seconds that one client takes to encrypt so many values under 3072 bit. */
    public static double seconds(int values, int clients) {
        return Slots.of(KEY_BITS, clients).numbers(values) * SECONDS_A_NUMBER;
    }
}
