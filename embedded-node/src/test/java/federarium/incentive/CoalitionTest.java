package federarium.incentive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoalitionTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 63, 64, 65, 1000})
    void ofAllIsTheSameAsOneAfterTheOther(int players) {
        Coalition coalition = Coalition.NONE;
        for (int k = players - 1; k >= 0; k--) {
            coalition = coalition.with(k);
        }

        assertEquals(coalition, Coalition.all(players));
        assertEquals(players, coalition.size());
        assertFalse(coalition.contains(players));
    }

    @Test
    void isTheSameAgainOnceAPlayerHasComeAndGone() {
        Coalition two = Coalition.of(0b101);
        Coalition more = two.with(130);

        assertTrue(more.contains(130));
        assertEquals(two, more.without(130));
        assertEquals(two.hashCode(), more.without(130).hashCode());
        assertEquals(two, two.without(7));
        assertEquals(Coalition.NONE, Coalition.NONE.with(64).without(64));
    }

    @Test
    void hasInCommonWithAnotherWhoIsInBoth() {
        Coalition left = Coalition.of(0b110).with(70).with(200);
        Coalition right = Coalition.of(0b011).with(70);

        assertEquals(Coalition.of(0b010).with(70), left.and(right));
        assertEquals(Coalition.NONE, Coalition.of(0b1).and(Coalition.NONE.with(70)));
    }
}
