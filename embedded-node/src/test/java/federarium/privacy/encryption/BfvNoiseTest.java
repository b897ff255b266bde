package federarium.privacy.encryption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How many additions the noise allows, and that no more are done. */
class BfvNoiseTest {
    private static final byte[] SEED = new byte[KeyStream.SEED_BYTES];

    private final SecureRandom secure = new SecureRandom();
    private final BfvSharedKey key = BfvSharedKey.generate(secure);

    /** A ciphertext whose values are all alike, and all its errors too. */
    private BfvCiphertext alike(int value, long error) {
        int[] values = new int[Ring.DEGREE];
        Arrays.fill(values, value);
        long[] errors = new long[Ring.DEGREE];
        Arrays.fill(errors, Math.floorMod(error, Ring.MODULUS));
        return key.encrypt(values, errors, SEED);
    }

    /** 19 k + (k + 1)/2 ≤ 2,097,146. */
    @Test
    void allowsAsManyAdditionsAsTheLargestErrorsLeaveRoomFor() {
        assertEquals(4_194_295, Bfv.SCALE);
        assertEquals(2_097_146, Bfv.LARGEST_NOISE);
        assertEquals(107_545, Bfv.SYMMETRIC_TERMS);
        assertEquals(26, Bfv.PUBLIC_TERMS_AT_WORST);
        assertEquals(944_260, Bfv.PUBLIC_TERMS, 1_000);
    }

    @Test
    void addsExactlyUpToTheBoundWithTheLargestErrors() {
        int times = Bfv.SYMMETRIC_TERMS;
        for (int value : new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE, -1, 0}) {
            for (int error : new int[] {-Errors.LARGEST, Errors.LARGEST}) {
                BfvCiphertext sum = Multiples.of(alike(value, error), times);

                int[] expected = new int[Ring.DEGREE];
                Arrays.fill(expected, times * value);
                assertArrayEquals(expected, key.decrypt(sum));
            }
        }
    }

    /** So the bound is no more careful than it must be: here the noise is 2,097,166. */
    @Test
    void wouldAddWronglyTwoTermsBeyondTheBound() {
        BfvCiphertext largest = alike(Integer.MIN_VALUE, Errors.LARGEST);
        BfvCiphertext sum = Multiples.of(largest, Bfv.SYMMETRIC_TERMS);
        long[] c0 = Ring.plus(Ring.plus(sum.c0(), largest.c0()), largest.c0());
        long[] c1 = Ring.plus(Ring.plus(sum.c1(), largest.c1()), largest.c1());

        int[] decrypted = key.decrypt(BfvCiphertext.seeded(Ring.DEGREE, c0, c1, SEED));

        assertEquals(Integer.MIN_VALUE + 1, decrypted[0]);
    }

    @Test
    void refusesTheAdditionBeyondTheBound() {
        BfvCiphertext sum = Multiples.of(alike(1, 0), Bfv.SYMMETRIC_TERMS);

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> sum.plus(alike(1, 0)));

        assertEquals(
                "107546 vectors cannot be added under BFV, as their noise could spoil the sum: at"
                        + " most 107545",
                refused.getMessage());
    }

    /** σ' is 167, and with 2,048 values the largest is some 3.5 σ'. */
    @Test
    void keepsThePublicKeysNoiseWithinTenStandardDeviations() {
        byte[] ciphertext = key.publicKey(secure).encrypt(new int[Ring.DEGREE], secure);

        long noise = key.largestNoise(BfvCiphertext.fromBytes(ciphertext));

        assertTrue(noise > 167 && noise < 1_672, "noise " + noise);
    }

    /**
     * All of e u, e₁ and e₂ s at their largest in the last coefficient: with e = 19, u = 1 and e₂
     * the secret's mirror image times 19, no term there cancels another.
     */
    @Test
    void addsExactlyUpToTheBoundWithThePublicKeysLargestErrors() {
        long[] secret = new KeyStream(key.toBytes()).ternary(1);
        long[] largest = new long[Ring.DEGREE];
        Arrays.fill(largest, Errors.LARGEST);
        long[] ones = new long[Ring.DEGREE];
        Arrays.fill(ones, 1);
        long[] mirrored = new long[Ring.DEGREE];
        Arrays.setAll(
                mirrored,
                i -> Ring.raise(Errors.LARGEST * Ring.centred(secret[Ring.DEGREE - 1 - i])));
        int[] values = new int[Ring.DEGREE];
        Arrays.fill(values, Integer.MIN_VALUE);
        BfvCiphertext one = key.publicKey(largest, SEED).encrypt(values, ones, largest, mirrored);
        BfvCiphertext sum = Multiples.of(one, Bfv.PUBLIC_TERMS_AT_WORST);

        long weight = Arrays.stream(secret).filter(coefficient -> coefficient != 0).count();
        assertEquals(19 * (2048 + 1 + weight), key.largestNoise(one));
        assertArrayEquals(new int[Ring.DEGREE], key.decrypt(sum));
    }

    @Test
    void losesABitOfTheBudgetWithEveryDoublingOfTheSameErrors() {
        BfvCiphertext one = alike(0, 4);
        double budget = key.noiseBudget(one);

        assertEquals(Math.log(2_097_146 / 4.0) / Math.log(2), budget, 1e-9);
        assertEquals(budget - 1, key.noiseBudget(Multiples.of(one, 2)), 1e-9);
        assertEquals(budget - 10, key.noiseBudget(Multiples.of(one, 1024)), 1e-9);
    }

    /** Values as small as updates' leave 2³² never; then the noise of k grows with √k. */
    @Test
    void tellsTheNoiseBudgetThatIsLeft() {
        BfvSum sum = new BfvSum();
        int[] values = new Random(1).ints(Ring.DEGREE, -1000, 1000).toArray();
        for (int k = 1; k <= 1024; k++) {
            sum.add(key.encrypt(values, secure));
            if (Integer.bitCount(k) == 1) {
                System.out.printf(
                        "BFV, shared key: %d added, %.1f bit of noise budget left%n",
                        k, key.noiseBudget(sum.toBytes()));
            }
        }
        double left = key.noiseBudget(sum.toBytes());

        assertTrue(left > 11.5 && left < 13.5, left + " bit");
    }

    @Test
    void keepsNoBudgetAtTheBound() {
        BfvCiphertext largest = alike(Integer.MIN_VALUE, Errors.LARGEST);

        double left = key.noiseBudget(Multiples.of(largest, Bfv.SYMMETRIC_TERMS));

        assertTrue(left >= 0 && left < .001, left + " bit");
    }
}
