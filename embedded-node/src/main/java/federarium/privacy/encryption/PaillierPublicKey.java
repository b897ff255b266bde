package federarium.privacy.encryption;

import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * Paillier's public key n, with g = n + 1: it encrypts and adds, and cannot decrypt.
 *
 * <p>c = (1 + m n) rⁿ mod n², for m in 0 … n − 1 and a random r prime to n; the product of two
 * ciphertexts mod n² holds the sum of their plaintexts mod n.
 */
public final class PaillierPublicKey {
    private final BigInteger modulus;
    private final BigInteger square;
    private final int clients;

    /**
     * Takes n as another party made it.
     *
     * @param modulus n
     * @param clients how many vectors may be added, at least 1
     */
    public PaillierPublicKey(BigInteger modulus, int clients) {
        if (clients < 1) {
            throw new IllegalArgumentException("clients must be at least 1, not " + clients);
        }
        this.modulus = modulus;
        this.square = modulus.multiply(modulus);
        this.clients = clients;
    }

    /** n. */
    public BigInteger modulus() {
        return modulus;
    }

    /** How many vectors may be added. */
    public int clients() {
        return clients;
    }

    /** Bytes of a ciphertext of so many values. */
    public long bytes(int values) {
        return PaillierCiphertext.HEADER_BYTES + (long) slots().numbers(values) * numberBytes();
    }

    /** Encrypts a vector of integers mod 2³², anew every time; see {@link SharedKey#encrypt}. */
    public byte[] encrypt(int[] values, SecureRandom random) {
        Paillier.requireFits(values.length, clients);
        BigInteger[] numbers = slots().pack(values);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = encrypt(numbers[i], unit(random));
        }
        return new PaillierCiphertext(values.length, 1, numbers).toBytes(this);
    }

    /** (1 + m n) rⁿ mod n². */
    BigInteger encrypt(BigInteger plaintext, BigInteger r) {
        BigInteger power = BigInteger.ONE.add(plaintext.multiply(modulus));
        return power.multiply(r.modPow(modulus, square)).mod(square);
    }

    /** The ciphertext of the sum. */
    BigInteger add(BigInteger one, BigInteger other) {
        return one.multiply(other).mod(square);
    }

    /** n². */
    BigInteger square() {
        return square;
    }

    Slots slots() {
        return Slots.of(modulus.bitLength(), clients);
    }

    /** Bytes of one number mod n². */
    int numberBytes() {
        return Math.ceilDiv(square.bitLength(), Byte.SIZE);
    }

    /** Uniform on the numbers below n that are prime to it. */
    private BigInteger unit(SecureRandom random) {
        byte[] bytes = new byte[Math.ceilDiv(modulus.bitLength(), Byte.SIZE)];
        while (true) {
            random.nextBytes(bytes);
            BigInteger drawn = new BigInteger(1, bytes);
            if (drawn.compareTo(modulus) < 0 && drawn.gcd(modulus).equals(BigInteger.ONE)) {
                return drawn;
            }
        }
    }
}
