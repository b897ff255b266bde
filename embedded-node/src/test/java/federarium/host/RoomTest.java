package federarium.host;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import java.util.Map;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Of 10 nodes half take part: what they send, what all keep, and what waits to be settled. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "aggregation.rule, fedAvg, 5",
        "personal.kind, ditto, 15",
        "compression.kind, topK, 25",
        "aggregation.rule, scaffold, 26",
        "topology.kind, hierarchical, 9",
        "mode, fedAsync, 10",
        "mode, fedBuff, 6"
    })
    void isForAllThatARoundHoldsAtOnce(String key, String value, int vectors) {
        Scenario half = Runs.digits(1).with("cohort.fraction", "0.5").with(key, value);

        assertEquals(vectors, Room.vectors(half, 10));
    }

    /** Five nodes keep 30 of 100 parameters beside those of the others' updates. */
    @Test
    void isForTheLastLayersOfThoseWhoRestToo() {
        Scenario half =
                Runs.digits(1).with("cohort.fraction", "0.5").with("personal.kind", "fedPer");

        assertEquals(new Room(0, 5 + 1), new Room(0, 5).keeping(half, 10, 30, 100));
    }

    @Test
    void isFourTimesAllNodesWhereTheyHaveNoCoordinator() {
        Scenario gossip = Runs.digits(1).with(Map.of("mode", "gossip", "topology.kind", "ring"));

        assertEquals(40, Room.vectors(gossip, 10));
    }

    private static String refusal(Room room, IntSupplier parameters) {
        return String.valueOf(
                assertThrows(BadInputException.class, () -> room.require(parameters)).getMessage());
    }
}
