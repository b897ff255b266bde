package federarium.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DeviceTest {
    /** 10 operations a second, 4 bytes a second up and 8 down, .5 s away, 3 W, 2 J a byte. */
    private static final Device SLOW = new Device("slow", 10, 4, 8, .5, 1, 3, 2);

    /** .5 + 16 ÷ 8 + 20 ÷ 10 + .5 + 8 ÷ 4. */
    @Test
    void takesTheWayDownTheWorkAndTheWayUp() {
        assertEquals(7, SLOW.seconds(16, 20, 8));
    }

    /** 20 ÷ 10 · 3 + 24 · 2. */
    @Test
    void spendsEnergyOnComputingAndOnEveryByte() {
        assertEquals(54, SLOW.joules(20, 24));
    }

    @Test
    void fitsIntoATimeTheWorkThatFillsIt() {
        assertEquals(20, SLOW.workWithin(7, 16, 8));
    }

    /** The bytes alone take 5 s. */
    @Test
    void fitsLessThanNothingIntoATimeThatTheBytesTakeAlone() {
        assertEquals(-10, SLOW.workWithin(4, 16, 8));
    }
}
