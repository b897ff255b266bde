package federarium.privacy.encryption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BfvTest {
    /** 0, 2³¹ − 1, −2³¹, 2³² − 1 and what stands beside them. */
    private static final int[] EXTREMES = {
        0, Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 1, Integer.MIN_VALUE + 1
    };

    private final SecureRandom secure = new SecureRandom();
    private final BfvSharedKey key = BfvSharedKey.generate(secure);

    @ParameterizedTest
    @ValueSource(ints = {1, 2047, 2048, 2049, 10_000})
    void decryptsWhatItEncryptedWhateverTheLength(int length) {
        int[] values = new Random(1).ints(length).toArray();

        assertArrayEquals(values, key.decrypt(key.encrypt(values, secure)));
    }

    @Test
    void addsEveryPairOfExtremesMod32Bit() {
        for (int value : EXTREMES) {
            int[] same = new int[EXTREMES.length];
            Arrays.fill(same, value);
            BfvSum sum = new BfvSum();

            sum.add(key.encrypt(EXTREMES, secure));
            sum.add(key.encrypt(same, secure));

            assertArrayEquals(
                    Arrays.stream(EXTREMES).map(other -> other + value).toArray(),
                    key.decrypt(sum.toBytes()));
        }
    }

    @Test
    void addsRandomVectorsOfManyNodesExactly() {
        Random random = new Random(2);
        BfvSum sum = new BfvSum();
        int[] expected = new int[3000];
        for (int node = 0; node < 200; node++) {
            int[] values = random.ints(expected.length).toArray();
            values[0] = EXTREMES[node % EXTREMES.length];
            Arrays.setAll(expected, i -> expected[i] + values[i]);
            sum.add(key.encrypt(values, secure));
        }
        assertArrayEquals(expected, key.decrypt(sum.toBytes()));
    }

    @Test
    void addsSumsOfSums() {
        BfvSum edge = new BfvSum();
        edge.add(key.encrypt(new int[] {1, 2}, secure));
        edge.add(key.encrypt(new int[] {10, 20}, secure));
        BfvSum root = new BfvSum();

        root.add(edge.toBytes());
        root.add(edge.toBytes());
        root.add(key.encrypt(new int[] {100, 200}, secure));

        assertArrayEquals(new int[] {122, 244}, key.decrypt(root.toBytes()));
    }

    @Test
    void addsWhatThePublicKeyEncrypted() {
        BfvPublicKey publicKey = BfvPublicKey.fromBytes(key.publicKey(secure).toBytes());
        Random random = new Random(3);
        BfvSum sum = new BfvSum();
        int[] expected = new int[3000];
        for (int node = 0; node < 50; node++) {
            int[] values = random.ints(expected.length).toArray();
            values[0] = EXTREMES[node % EXTREMES.length];
            Arrays.setAll(expected, i -> expected[i] + values[i]);
            sum.add(publicKey.encrypt(values, secure));
        }
        assertArrayEquals(expected, key.decrypt(sum.toBytes()));
    }

    @Test
    void isTheSameKeyAtEveryClient() {
        BfvSharedKey elsewhere = BfvSharedKey.fromBytes(key.toBytes());

        assertArrayEquals(
                new int[] {7, -7}, elsewhere.decrypt(key.encrypt(new int[] {7, -7}, secure)));
    }

    /** Under the same uniform half, c₀ − c₀' would be Δ (m − m') and two small errors. */
    @Test
    void hidesEveryVectorUnderAUniformHalfOfItsOwn() {
        BfvCiphertext one = BfvCiphertext.fromBytes(key.encrypt(new int[] {5}, secure));
        BfvCiphertext other = BfvCiphertext.fromBytes(key.encrypt(new int[] {5}, secure));

        assertFalse(Arrays.equals(one.c1(), other.c1()));
    }

    /** Under the same u, c₁ − c₁' would be two small errors. */
    @Test
    void hidesEveryVectorUnderADrawOfItsOwnWithThePublicKey() {
        BfvPublicKey publicKey = key.publicKey(secure);
        long[] one = BfvCiphertext.fromBytes(publicKey.encrypt(new int[] {5}, secure)).c1();
        long[] other = BfvCiphertext.fromBytes(publicKey.encrypt(new int[] {5}, secure)).c1();

        long largest =
                Arrays.stream(Ring.minus(one, other))
                        .map(residue -> Math.abs(Ring.centred(residue)))
                        .max()
                        .orElseThrow();
        assertTrue(largest > 2 * Errors.LARGEST, "the difference is at most " + largest);
    }

    @Test
    void decryptsToGarbageUnderAnotherKeyWithoutSaying() {
        int[] values = new int[100];
        byte[] ciphertext = key.encrypt(values, secure);

        assertFalse(Arrays.equals(values, BfvSharedKey.generate(secure).decrypt(ciphertext)));
    }

    @Test
    void countsTheBytesThatTravel() {
        int[] values = new int[10_000];
        byte[] fresh = key.encrypt(values, secure);
        BfvSum sum = new BfvSum();
        sum.add(fresh);
        sum.add(fresh);

        assertEquals(69_161, fresh.length);
        assertEquals(138_249, sum.toBytes().length);
        assertEquals(138_249, key.publicKey(secure).encrypt(values, secure).length);
        assertEquals(69_161, Bfv.freshBytes(10_000));
        assertEquals(138_249, Bfv.sumBytes(10_000));
    }

    @Test
    void refusesAVectorOfNoValues() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> key.encrypt(new int[0], secure));

        assertEquals("a vector of no values cannot be encrypted", refused.getMessage());
    }
}
