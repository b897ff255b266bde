package federarium.host;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.scenario.BadInputException;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class RoomTest {

    @Test
    void isJustEnoughForTheCopiesThatARunHoldsAtOnce() {
        assertDoesNotThrow(() -> new Room(4 * 100 * (6 + 2), 2).require(() -> 100));
    }

    @Test
    void isTooSmallByAByte() {
        assertEquals(
                "model.hidden: 100,000,000 parameters, sent or kept 8 times a round, need 5.6 GB of"
                        + " memory; there are 5.6; allowed: fewer or smaller layers",
                refusal(new Room(4L * 100_000_000 * (6 + 8) - 1, 8), () -> 100_000_000));
    }

    @Test
    void endsWhereAnArrayDoes() {
        String refusal =
                "model.hidden: more than 536,870,909 parameters can't be kept; allowed: fewer or"
                        + " smaller layers";
        Room endless = new Room(Long.MAX_VALUE, 1);

        assertDoesNotThrow(() -> endless.require(() -> 536_870_909));
        assertEquals(refusal, refusal(endless, () -> 536_870_910));
        assertEquals(refusal, refusal(endless, () -> Math.multiplyExact(100_000, 100_000)));
    }

    private static String refusal(Room room, IntSupplier parameters) {
        return String.valueOf(
                assertThrows(BadInputException.class, () -> room.require(parameters)).getMessage());
    }
}
