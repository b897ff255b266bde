package federarium.privacy.encryption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotsTest {

    @ParameterizedTest
    @CsvSource({"1, 32, 95", "2, 33, 93", "3, 34, 90", "256, 40, 76", "257, 41, 74"})
    void leaveRoomForEveryClientsValue(int clients, int bits, int count) {
        assertEquals(new Slots(bits, count), Slots.of(3072, clients));
    }

    /** 32 + 1 bits: 1 + 2·2³³ + 3·2⁶⁶. */
    @Test
    void standSideBySideFromTheLowestUp() {
        BigInteger[] packed = Slots.of(3072, 2).pack(new int[] {1, 2, 3});

        assertArrayEquals(new BigInteger[] {new BigInteger("221360928901694488577")}, packed);
    }

    @Test
    void continueInTheNextNumber() {
        int[] values = new int[11];
        Arrays.setAll(values, i -> i - 5);
        Slots slots = new Slots(33, 5);

        assertEquals(3, slots.numbers(11));
        assertArrayEquals(values, slots.unpack(slots.pack(values), 11));
    }

    @Test
    void neverSpillIntoTheirNeighbours() {
        Slots slots = Slots.of(3072, 5);
        int[] largest = new int[slots.count()];
        Arrays.fill(largest, -1);
        BigInteger sum = slots.pack(largest)[0].multiply(BigInteger.valueOf(5));

        Arrays.fill(largest, -5);
        assertArrayEquals(largest, slots.unpack(new BigInteger[] {sum}, largest.length));
        assertTrue(sum.bitLength() < 3072);
    }
}
