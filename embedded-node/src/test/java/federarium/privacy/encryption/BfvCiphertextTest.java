package federarium.privacy.encryption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BfvCiphertextTest {
    private final SecureRandom secure = new SecureRandom();
    private final BfvSharedKey key = BfvSharedKey.generate(secure);
    private final byte[] bytes = key.encrypt(new int[] {1, 2, 3}, secure);

    private static String refusal(byte[] bytes) {
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> new BfvSum().add(bytes));
        return String.valueOf(refused.getMessage());
    }

    @Test
    void writesWhatItRead() {
        BfvSum sum = new BfvSum();
        sum.add(bytes);
        sum.add(bytes);
        byte[] added = sum.toBytes();

        assertArrayEquals(bytes, BfvCiphertext.fromBytes(bytes).toBytes());
        assertArrayEquals(added, BfvCiphertext.fromBytes(added).toBytes());
    }

    @Test
    void isRefusedWhenItWasCutShort() {
        assertEquals(
                "a BFV ciphertext begins with 9 bytes, and here are 4: it was cut short",
                refusal(Arrays.copyOf(bytes, 4)));
        assertEquals(
                "a BFV ciphertext of 3 values has 13865 bytes, and here are 13864: it was cut"
                        + " short, or another program wrote it",
                refusal(Arrays.copyOf(bytes, 13_864)));
    }

    @Test
    void isRefusedWhenItsFormIsUnknown() {
        bytes[0] = 3;

        assertEquals(
                "a BFV ciphertext's first byte is 0, 1 or 2, not 3: this is something else",
                refusal(bytes));
    }

    @Test
    void isRefusedWhenItClaimsNoValuesOrMoreThanItHas() {
        ByteBuffer.wrap(bytes).putInt(1, -1);
        assertEquals("a BFV ciphertext holds at least one value, not -1", refusal(bytes));

        ByteBuffer.wrap(bytes).putInt(1, Integer.MAX_VALUE);
        assertEquals(
                "a BFV ciphertext of 2147483647 values has 14495514665 bytes, and here are 13865:"
                        + " it was cut short, or another program wrote it",
                refusal(bytes));
    }

    @Test
    void isRefusedWhenItClaimsASumThatCannotBe() {
        ByteBuffer.wrap(bytes).putInt(5, 2);

        assertEquals(
                "a BFV ciphertext of this form is a sum of 1 to 1 vectors, not of 2",
                refusal(bytes));
    }

    @Test
    void isRefusedWhenACoefficientIsNotBelowQ() {
        Arrays.fill(bytes, 9, 16, (byte) 0xff);

        assertEquals(
                "coefficient 0 of a BFV ciphertext or key is 18014398509481983, and must be below"
                        + " 18014359854776321: it was damaged on its way",
                refusal(bytes));
    }

    @Test
    void isNotAddedToOneOfAnotherLength() {
        BfvSum sum = new BfvSum();
        sum.add(bytes);

        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> sum.add(key.encrypt(new int[4], secure)));

        assertEquals(
                "a ciphertext of 4 values cannot be added to one of 3: all nodes must train the"
                        + " same model",
                refused.getMessage());
        assertArrayEquals(new int[] {1, 2, 3}, key.decrypt(sum.toBytes()));
    }

    @Test
    void isNotAddedToOneOfTheOtherKind() {
        BfvSum sum = new BfvSum();
        sum.add(bytes);

        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> sum.add(key.publicKey(secure).encrypt(new int[3], secure)));

        assertEquals(
                "ciphertexts of the shared key and of the public key are not added together: let"
                        + " all nodes encrypt with the same one",
                refused.getMessage());
    }

    @Test
    void isNotThereBeforeAnythingWasAdded() {
        assertEquals(
                "no ciphertext was added",
                assertThrows(IllegalStateException.class, new BfvSum()::toBytes).getMessage());
    }

    @Test
    void isReadUnderAKeyOfTheRightLengthOnly() {
        assertEquals(
                "a BFV key has 32 bytes, and here are 3",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> BfvSharedKey.fromBytes(new byte[3]))
                        .getMessage());
        assertEquals(
                "a public BFV key has 13856 bytes, and here are 3",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> BfvPublicKey.fromBytes(new byte[3]))
                        .getMessage());
    }
}
