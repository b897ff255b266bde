package federarium.privacy.encryption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Draws from a fixed seed, so that no test fails by chance. */
class KeyStreamTest {
    private final KeyStream stream = new KeyStream(new byte[KeyStream.SEED_BYTES]);

    @Test
    void growsTheSameElementsFromTheSameSeed() {
        byte[] seed = KeyStream.seed(new SecureRandom());

        assertArrayEquals(new KeyStream(seed).uniform(20), new KeyStream(seed).uniform(20));
    }

    @Test
    void growsOtherElementsFromAnotherSeed() {
        byte[] other = new byte[KeyStream.SEED_BYTES];
        other[31] = 1;

        assertFalse(Arrays.equals(new KeyStream(other).uniform(1), stream.uniform(1)));
    }

    /** AES-256 of zeros under the key zero (NIST's known answer) begins dc95c078a2408989. */
    @Test
    void isAesInCounterMode() {
        long first = 0x898940a278c095dcL;

        assertEquals(first >>> 10, stream.uniform(1)[0]);
    }

    /** Chi-square over 16 cells of equal size: 37.7 is passed once in a thousand. */
    @Test
    void drawsResiduesUniformly() {
        int[] cells = new int[16];
        for (long residue : stream.uniform(50)) {
            assertTrue(residue >= 0 && residue < Ring.MODULUS);
            cells[(int) (residue / (Ring.MODULUS / 16 + 1))]++;
        }
        double expected = 50 * Ring.DEGREE / 16.0;
        double chiSquare = 0;
        for (int count : cells) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        assertTrue(chiSquare < 37.7, "chi-square " + chiSquare);
    }

    /** Two numbers of 54 bit in a million are not below q; from this seed, the 3,225th is one. */
    @Test
    void passesOverNumbersThatAreNotBelowQ() {
        byte[] seed = new byte[KeyStream.SEED_BYTES];
        seed[0] = 46;

        for (long residue : new KeyStream(seed).uniform(2)) {
            assertTrue(residue < Ring.MODULUS);
        }
    }

    /** Three standard deviations of a third of the draws are 452. */
    @Test
    void drawsMinusOneZeroAndOneAlikeOften() {
        int[] counts = new int[3];
        for (long residue : stream.ternary(50)) {
            counts[(int) Ring.centred(residue) + 1]++;
        }
        for (int count : counts) {
            assertEquals(50 * Ring.DEGREE / 3.0, count, 452);
        }
    }
}
