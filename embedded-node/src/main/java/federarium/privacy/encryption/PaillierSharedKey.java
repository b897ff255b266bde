package federarium.privacy.encryption;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * Paillier's secret key, the primes p and q of n = p q, which all clients share.
 *
 * <p>Decrypts mod p² and mod q² and combines both by the Chinese remainder theorem: m_p =
 * L_p(c^(p−1) mod p²) h_p mod p with L_p(x) = (x − 1) ÷ p and h_p = L_p(g^(p−1) mod p²)⁻¹ mod p,
 * likewise m_q, and m = m_p + p ((m_q − m_p) p⁻¹ mod q).
 */
public final class PaillierSharedKey implements SharedKey {
    /** Of the test whether a prime is one: it fails with a probability of at most 2⁻¹²⁸. */
    private static final int CERTAINTY = 128;

    private final BigInteger p;
    private final BigInteger q;
    private final BigInteger inverseOfP;
    private final PaillierPublicKey publicKey;

    PaillierSharedKey(BigInteger p, BigInteger q, int clients) {
        this.p = p;
        this.q = q;
        this.inverseOfP = p.modInverse(q);
        this.publicKey = new PaillierPublicKey(p.multiply(q), clients);
    }

    /**
     * A new key; takes up to some seconds.
     *
     * @param bits of n: {@link Paillier#KEY_BITS} or {@link Paillier#SMALL_KEY_BITS}
     * @param clients how many vectors may be added
     */
    public static PaillierSharedKey generate(int bits, int clients, SecureRandom random) {
        if (bits != Paillier.KEY_BITS && bits != Paillier.SMALL_KEY_BITS) {
            throw new IllegalArgumentException(
                    "a Paillier key has %d or %d bits, not %d"
                            .formatted(Paillier.SMALL_KEY_BITS, Paillier.KEY_BITS, bits));
        }
        BigInteger p = prime(bits / 2, random);
        BigInteger q = prime(bits / 2, random);
        while (q.equals(p)) {
            q = prime(bits / 2, random);
        }
        return new PaillierSharedKey(p, q, clients);
    }

    /** A prime whose two highest bits are set, so that a product of two has twice its bits. */
    private static BigInteger prime(int bits, SecureRandom random) {
        while (true) {
            BigInteger prime = BigInteger.probablePrime(bits, random);
            if (prime.testBit(bits - 2) && isPrime(prime)) {
                return prime;
            }
        }
    }

    private static boolean isPrime(BigInteger number) {
        return number.signum() > 0 && number.isProbablePrime(CERTAINTY);
    }

    /** What the coordinator gets. */
    public PaillierPublicKey publicKey() {
        return publicKey;
    }

    /** The key as bytes, secret: for the other clients only. */
    public byte[] toBytes() {
        byte[] first = p.toByteArray();
        byte[] second = q.toByteArray();
        return ByteBuffer.allocate(2 * Integer.BYTES + first.length + second.length)
                .putInt(publicKey.clients())
                .putInt(first.length)
                .put(first)
                .put(second)
                .array();
    }

    /**
     * Reads what {@link #toBytes} wrote at another client.
     *
     * @throws IllegalArgumentException if nothing wrote it so
     */
    public static PaillierSharedKey fromBytes(byte[] bytes) {
        ByteBuffer source = ByteBuffer.wrap(bytes);
        int clients = bytes.length < 2 * Integer.BYTES ? 0 : source.getInt();
        int length = clients < 1 ? 0 : source.getInt();
        if (length < 1 || length >= source.remaining()) {
            throw new IllegalArgumentException(
                    "these %d bytes are no Paillier key: they were cut short"
                            .formatted(bytes.length));
        }
        BigInteger p = new BigInteger(bytes, source.position(), length);
        source.position(source.position() + length);
        BigInteger q = new BigInteger(bytes, source.position(), source.remaining());
        if (!isPrime(p) || !isPrime(q) || p.equals(q)) {
            throw new IllegalArgumentException(
                    "these %d bytes are no Paillier key: they hold no two primes"
                            .formatted(bytes.length));
        }
        return new PaillierSharedKey(p, q, clients);
    }

    @Override
    public byte[] encrypt(int[] values, SecureRandom random) {
        return publicKey.encrypt(values, random);
    }

    @Override
    public int[] decrypt(byte[] ciphertext) {
        PaillierCiphertext read = PaillierCiphertext.fromBytes(ciphertext, publicKey);
        BigInteger[] numbers = read.numbers().clone();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = decrypt(numbers[i]);
        }
        return publicKey.slots().unpack(numbers, read.values());
    }

    BigInteger decrypt(BigInteger ciphertext) {
        BigInteger modP = remainder(ciphertext, p);
        BigInteger modQ = remainder(ciphertext, q);
        return modQ.subtract(modP).multiply(inverseOfP).mod(q).multiply(p).add(modP);
    }

    /** m mod a prime. */
    private BigInteger remainder(BigInteger ciphertext, BigInteger prime) {
        BigInteger g = publicKey.modulus().add(BigInteger.ONE);
        return logarithm(ciphertext, prime)
                .multiply(logarithm(g, prime).modInverse(prime))
                .mod(prime);
    }

    /** L(x^(prime − 1) mod prime²) with L(x) = (x − 1) ÷ prime. */
    private static BigInteger logarithm(BigInteger x, BigInteger prime) {
        return x.modPow(prime.subtract(BigInteger.ONE), prime.multiply(prime))
                .subtract(BigInteger.ONE)
                .divide(prime);
    }
}
