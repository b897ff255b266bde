package federarium.privacy.encryption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaillierTest {
    private static final SecureRandom SECURE = new SecureRandom();
    private static final PaillierSharedKey KEY = PaillierSharedKey.generate(2048, 4, SECURE);
    private static final int[] EXTREMES = {
        0, Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 1, Integer.MIN_VALUE + 1
    };

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    private static String refusal(byte[] ciphertext) {
        Exception refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new PaillierSum(KEY.publicKey()).add(ciphertext));
        return String.valueOf(refused.getMessage());
    }

    /**
     * p = 5 and q = 7: n = 35, n² = 1225. For m = 3 and r = 2, (1 + 3·35) · 2³⁵ mod 1225 = 106 · 18
     * mod 1225 = 683, as 2¹⁰ = −201, 2²⁰ = −24, 2³⁰ = −76 and 2³⁵ = −76·32 = 18.
     */
    @Test
    void encryptsByHand() {
        PaillierPublicKey key = new PaillierPublicKey(big(35), 2);

        assertEquals(big(683), key.encrypt(big(3), big(2)));
    }

    /** For 683: λ = lcm(4, 6) = 12, 683¹² mod 1225 = 36 = 1 + 1·35, and 1·12⁻¹ mod 35 = 3. */
    @Test
    void addsAndDecryptsByHandForEveryPlaintext() {
        PaillierSharedKey key = new PaillierSharedKey(big(5), big(7), 2);
        for (int one = 0; one < 35; one++) {
            for (int other = 0; other < 35; other++) {
                BigInteger sum =
                        key.publicKey()
                                .add(
                                        key.publicKey().encrypt(big(one), big(2)),
                                        key.publicKey().encrypt(big(other), big(33)));
                assertEquals(big((one + other) % 35), key.decrypt(sum));
            }
        }
    }

    /** The paper's decryption, L(c^λ mod n²) λ⁻¹ mod n, of a product that is made here. */
    @Test
    void decryptsAsThePaperSays() {
        BigInteger p = BigInteger.probablePrime(1024, new Random(1));
        BigInteger q = BigInteger.probablePrime(1024, new Random(2));
        BigInteger n = p.multiply(q);
        BigInteger square = n.pow(2);
        BigInteger plain = new BigInteger(2000, new Random(3));
        BigInteger r = new BigInteger(2000, new Random(4));
        BigInteger power = n.add(BigInteger.ONE).modPow(plain, square);
        BigInteger ciphertext = power.multiply(r.modPow(n, square)).mod(square);
        BigInteger pMinus = p.subtract(BigInteger.ONE);
        BigInteger qMinus = q.subtract(BigInteger.ONE);
        BigInteger lambda = pMinus.multiply(qMinus).divide(pMinus.gcd(qMinus));
        BigInteger l = ciphertext.modPow(lambda, square).subtract(BigInteger.ONE).divide(n);

        PaillierSharedKey key = new PaillierSharedKey(p, q, 2);

        assertEquals(plain, l.multiply(lambda.modInverse(n)).mod(n));
        assertEquals(plain, key.decrypt(ciphertext));
        assertEquals(ciphertext, key.publicKey().encrypt(plain, r));
    }

    @Test
    void addsAsManyExtremesAsItHasClientsMod32Bit() {
        for (int value : EXTREMES) {
            int[] same = new int[100];
            Arrays.fill(same, value);
            int[] others = new int[100];
            Arrays.setAll(others, i -> EXTREMES[i % EXTREMES.length]);
            PaillierSum sum = new PaillierSum(KEY.publicKey());

            sum.add(KEY.encrypt(same, SECURE));
            sum.add(KEY.encrypt(others, SECURE));
            sum.add(KEY.encrypt(others, SECURE));
            sum.add(KEY.encrypt(same, SECURE));

            assertArrayEquals(
                    Arrays.stream(others).map(other -> 2 * value + 2 * other).toArray(),
                    KEY.decrypt(sum.toBytes()));
        }
    }

    @Test
    void refusesMoreVectorsThanItsSlotsHaveRoomFor() {
        PaillierSum sum = new PaillierSum(KEY.publicKey());
        byte[] one = KEY.encrypt(new int[] {7}, SECURE);
        for (int k = 0; k < 4; k++) {
            sum.add(one);
        }

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> sum.add(one));

        assertEquals(
                "5 vectors cannot be added under a Paillier key made for 4 clients",
                refused.getMessage());
        assertArrayEquals(new int[] {28}, KEY.decrypt(sum.toBytes()));
    }

    @Test
    void refusesVectorsOfUnlikeLengths() {
        PaillierSum sum = new PaillierSum(KEY.publicKey());
        sum.add(KEY.encrypt(new int[3], SECURE));

        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> sum.add(KEY.encrypt(new int[4], SECURE)));

        assertEquals(
                "a ciphertext of 4 values cannot be added to one of 3: all nodes must train the"
                        + " same model",
                refused.getMessage());
    }

    /** 76 slots of 40 bit: 132 numbers of 768 bytes. */
    @Test
    void countsTheBytesThatTravel() {
        BigInteger modulus = BigInteger.ONE.shiftLeft(3072).subtract(BigInteger.ONE);

        assertEquals(101_384, new PaillierPublicKey(modulus, 256).bytes(10_000));
        assertEquals(KEY.publicKey().bytes(3), KEY.encrypt(new int[3], SECURE).length);
    }

    @Test
    void isTheSameKeyAtEveryClient() {
        PaillierSharedKey elsewhere = PaillierSharedKey.fromBytes(KEY.toBytes());

        assertArrayEquals(
                new int[] {7, -7}, elsewhere.decrypt(KEY.encrypt(new int[] {7, -7}, SECURE)));
        assertEquals(4, elsewhere.publicKey().clients());
    }

    @Test
    void encryptsTheSameValuesDifferentlyEveryTime() {
        assertFalse(
                Arrays.equals(
                        KEY.encrypt(new int[] {5}, SECURE), KEY.encrypt(new int[] {5}, SECURE)));
    }

    @Test
    void decryptsToGarbageUnderAnotherKeyWithoutSaying() {
        int[] values = new int[50];
        PaillierSharedKey other = PaillierSharedKey.generate(2048, 4, SECURE);

        assertFalse(Arrays.equals(values, other.decrypt(KEY.encrypt(values, SECURE))));
    }

    @Test
    void refusesWhatIsNoCiphertext() {
        byte[] bytes = KEY.encrypt(new int[] {5}, SECURE);

        assertEquals(
                "a Paillier ciphertext begins with 8 bytes, and here are 5: it was cut short",
                refusal(Arrays.copyOf(bytes, 5)));
        assertEquals(
                "a Paillier ciphertext of 1 values has 520 bytes, and here are 519: it was cut"
                        + " short, or made under a key of another length",
                refusal(Arrays.copyOf(bytes, 519)));
        assertEquals(
                "a number of this Paillier ciphertext is not among 1 … n² − 1: it was damaged on"
                        + " its way, or made under another key",
                refusal(Arrays.copyOf(Arrays.copyOf(bytes, 8), 520)));
        Arrays.fill(bytes, 8, 520, (byte) 0xff);
        assertEquals(
                "a number of this Paillier ciphertext is not among 1 … n² − 1: it was damaged on"
                        + " its way, or made under another key",
                refusal(bytes));
        ByteBuffer.wrap(bytes).putInt(4, 5);
        assertEquals(
                "a Paillier ciphertext under this key is a sum of 1 to 4 vectors, not of 5",
                refusal(bytes));
    }

    /** 36 bits a slot, so 85 in a number, 2,353 numbers and .03 s each. */
    @Test
    void refusesModelsThatWouldTakeMinutes() {
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class, () -> Paillier.requireFits(200_000, 10));

        assertEquals(
                "Paillier would take some 71 seconds for each update of 200000 parameters, and is"
                        + " for models of at most 10000: choose bfv, or a smaller model",
                refused.getMessage());
    }

    @Test
    void refusesKeysThatAreNone() {
        assertEquals(
                "a Paillier key has 2048 or 3072 bits, not 1024",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PaillierSharedKey.generate(1024, 4, SECURE))
                        .getMessage());
        assertEquals(
                "these 6 bytes are no Paillier key: they were cut short",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PaillierSharedKey.fromBytes(new byte[6]))
                        .getMessage());
        byte[] cut = Arrays.copyOf(KEY.toBytes(), KEY.toBytes().length - 1);
        assertEquals(
                "these 265 bytes are no Paillier key: they hold no two primes",
                assertThrows(IllegalArgumentException.class, () -> PaillierSharedKey.fromBytes(cut))
                        .getMessage());
    }

    @Test
    void refusesAKeyForNoClients() {
        assertEquals(
                "clients must be at least 1, not 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new PaillierPublicKey(big(35), 0))
                        .getMessage());
    }
}
