package federarium.update;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsTest {
    private static final Weights VECTOR = Weights.copyOf(3, -4);

    @Test
    void staysAsItIsWhateverIsDoneToTheArraysAround() {
        float[] given = {3, -4};
        Weights weights = Weights.copyOf(given);
        given[0] = 9;
        weights.toArray()[1] = 9;
        float[] target = new float[2];
        weights.copyTo(0, target, 0, 2);
        target[0] = 9;
        weights.addTo(target, 1);

        assertEquals(VECTOR, weights);
    }

    @Test
    void copiesAPartOfItself() {
        float[] target = new float[3];
        Weights.copyOf(1, 2, 3, 4).copyTo(1, target, 1, 2);

        assertArrayEquals(new float[] {0, 2, 3}, target);
    }

    @Test
    void addsElementByElement() {
        assertEquals(Weights.copyOf(4, -2), VECTOR.plus(Weights.copyOf(1, 2)));
    }

    @Test
    void addsItsMultipleToATarget() {
        float[] target = {1, 1};
        VECTOR.addTo(target, .5f);

        assertArrayEquals(new float[] {2.5f, -1}, target);
    }

    @Test
    void refusesToAddToAnotherSizeWithBothNumbers() {
        String message =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> VECTOR.plus(Weights.copyOf(1, 2, 3)))
                        .getMessage();

        assertEquals("vectors of 3 and 2 parameters do not match", message);
    }

    @Test
    void hasTheEuclideanNorm() {
        assertEquals(5, VECTOR.norm());
        assertEquals(0, Weights.zeros(3).norm());
    }

    @Test
    void takesTheNormOfNumbersWhoseSquaresNoFloatHolds() {
        assertEquals(5e30, Weights.copyOf(3e30f, 4e30f).norm(), 1e24);
    }

    /** Differences of 1 in 25 places, more than are summed side by side, and one over. */
    @Test
    void hasADistanceAndAProductOverEveryElement() {
        float[] ones = new float[25];
        Arrays.fill(ones, 1);
        float[] twos = new float[25];
        Arrays.fill(twos, 2);

        assertEquals(5, Weights.owning(ones).distance(Weights.owning(twos)));
        assertEquals(50, Weights.owning(ones).dot(Weights.owning(twos)));
    }

    @Test
    void takesADistanceThatNoFloatHolds() {
        assertEquals(6e38, Weights.copyOf(3e38f).distance(Weights.copyOf(-3e38f)), 1e32);
    }

    @Test
    void addsItsMultipleToAPartOfATarget() {
        float[] target = {1, 1, 1};
        Weights.copyOf(5, 6, 7).addTo(target, 2, 1, 2);

        assertEquals(Weights.copyOf(1, 13, 1), Weights.owning(target));
    }

    /** More elements than are summed side by side, and one over. */
    @Test
    void takesTheNormOverEveryElement() {
        float[] ones = new float[25];
        Arrays.fill(ones, 1);

        assertEquals(5, Weights.owning(ones).norm());
    }

    @Test
    void isFiniteUpToTheLargestFloats() {
        float[] largest = new float[25];
        Arrays.fill(largest, -Float.MAX_VALUE);

        assertTrue(Weights.owning(largest).isFinite());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, 23, 24})
    void isNotFiniteWhereAnElementIsNot(int element) {
        float[] values = new float[25];
        values[element] = Float.NaN;
        assertFalse(Weights.copyOf(values).isFinite());
        values[element] = Float.NEGATIVE_INFINITY;
        assertFalse(Weights.copyOf(values).isFinite());
    }

    /** 1.0f is 0x3F800000, so its last byte comes first. */
    @Test
    void isWrittenInLittleEndian() {
        assertArrayEquals(
                new byte[] {0, 0, (byte) 0x80, 0x3F, 0, 0, 0, (byte) 0xC0},
                Weights.copyOf(1, -2).toBytes());
    }

    @Test
    void readsBackWhatItWrote() {
        Weights odd = Weights.copyOf(-0f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN);

        assertEquals(odd, Weights.fromBytes(odd.toBytes()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 7})
    void refusesBytesThatAreNoWholeNumberOfFloats(int length) {
        String message =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Weights.fromBytes(new byte[length]))
                        .getMessage();

        assertEquals(length + " bytes are no whole number of 4-byte floats", message);
    }

    /** The first is SHA-256 of nothing; the second of 00 00 80 3F, as sha256sum tells it. */
    @Test
    void isHashedOverItsBytes() {
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                Weights.zeros(0).sha256());
        assertEquals(
                "e00e5eb9444182f352323374ef4e08ebcb784725fdd4fd612d7730540b3e0c8c",
                Weights.copyOf(1).sha256());
    }

    @Test
    void isHashedInPiecesAsInOne() throws NoSuchAlgorithmException {
        float[] values = new float[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Weights weights = Weights.owning(values);
        byte[] whole = MessageDigest.getInstance("SHA-256").digest(weights.toBytes());
        assertEquals(HexFormat.of().formatHex(whole), weights.sha256());
    }

    @Test
    void equalsWhatHasTheSameBits() {
        assertEquals(Weights.copyOf(3, -4), VECTOR);
        assertEquals(Weights.copyOf(3, -4).hashCode(), VECTOR.hashCode());
        assertNotEquals(Weights.copyOf(3, -4, 0), VECTOR);
        assertNotEquals(Weights.copyOf(0f), Weights.copyOf(-0f));
    }
}
