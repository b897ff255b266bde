package federarium.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PairingTest {

    /** The first would rather have the second one too, but loses less by giving way. */
    @Test
    void givesEachOriginalOneOfItsOwnSoThatTheSumIsLargest() {
        double[][] likeness = {{.8, .9, 0}, {.1, .9, 0}, {0, 0, .2}};

        assertArrayEquals(new int[] {0, 1, 2}, Pairing.best(likeness));
    }

    @Test
    void takesNoMoreThanItCanLookThrough() {
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class, () -> Pairing.best(new double[17][17]));

        assertEquals("17 rows to pair; allowed: up to 16", refusal.getMessage());
    }
}
