package federarium.privacy.encryption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class PackingTest {

    @Test
    void takes54BitACoefficient() {
        assertEquals(13_824, Packing.bytes(Ring.DEGREE));
    }

    @Test
    void readsWhatItWrote() {
        long[] coefficients = {0, Ring.MODULUS - 1, 1, 1L << 53, 5, 6, 7, Ring.MODULUS - 2};
        ByteBuffer bytes = ByteBuffer.allocate(Packing.bytes(coefficients.length));

        Packing.write(coefficients, bytes);

        assertEquals(0, bytes.remaining());
        assertArrayEquals(coefficients, Packing.read(bytes.flip(), coefficients.length));
    }

    @Test
    void refusesANumberThatIsNotBelowQ() {
        ByteBuffer bytes = ByteBuffer.allocate(Packing.bytes(8));
        Packing.write(new long[] {1, 2, 3, Ring.MODULUS, 0, 0, 0, 0}, bytes);

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Packing.read(bytes.flip(), 8));

        assertEquals(
                "coefficient 3 of a BFV ciphertext or key is 18014359854776321, and must be below"
                        + " 18014359854776321: it was damaged on its way",
                refused.getMessage());
    }
}
