package federarium.privacy.encryption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RingTest {
    private static final BigInteger Q = BigInteger.valueOf(Ring.MODULUS);

    /**
     * Homomorphic Encryption Standard (Albrecht et al., 2018), table 1: the largest bit length of q
     * at each degree for 128 bit of security against a classical attacker, ternary secret.
     */
    private static final Map<Integer, Integer> LARGEST_MODULUS_BITS =
            Map.of(1024, 27, 2048, 54, 4096, 109, 8192, 218, 16384, 438, 32768, 881);

    @Test
    void keepsToTheStandardsTableFor128Bit() {
        int allowed = LARGEST_MODULUS_BITS.getOrDefault(Ring.DEGREE, 0);

        assertTrue(Q.bitLength() <= allowed, Q.bitLength() + " bit where " + allowed + " are safe");
    }

    @Test
    void hasAPrimeModulusOf54Bit() {
        assertEquals(18014359854776321L, Ring.MODULUS);
        assertEquals(54, Q.bitLength());
        assertTrue(Q.isProbablePrime(100));
    }

    @Test
    void hasAModulusThatIsOneModBothTheTransformsOrderAndThePlaintexts() {
        assertEquals(1, Ring.MODULUS % (2 * Ring.DEGREE));
        assertEquals(1, Ring.MODULUS % (1L << 32));
    }

    @Test
    void addsAndSubtractsModQ() {
        long last = Ring.MODULUS - 1;

        assertEquals(last - 1, Ring.plus(last, last));
        assertEquals(0, Ring.plus(last, 1));
        assertEquals(last, Ring.plus(last, 0));
        assertEquals(1, Ring.minus(0, last));
        assertEquals(0, Ring.minus(last, last));
    }

    @Test
    void centresResiduesAroundZero() {
        assertEquals(-1, Ring.centred(Ring.MODULUS - 1));
        assertEquals(Ring.MODULUS / 2, Ring.centred(Ring.MODULUS / 2));
        assertEquals(-(Ring.MODULUS / 2), Ring.centred(Ring.MODULUS / 2 + 1));
    }
}
