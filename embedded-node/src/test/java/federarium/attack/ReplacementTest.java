package federarium.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReplacementTest {

    /** x = 3, X = 11, η = 0.5, and 20 of 80 examples: 3 + 0.5 · 20/80 · 8 b = 11. */
    @Test
    void makesTheAverageTheHostileModel() {
        double boost = Replacement.boost(.5, 20, 80);

        assertEquals(8, boost);
        assertEquals(11, 3 + .5 * 20 / 80 * boost * (11 - 3));
    }

    @Test
    void leavesTheUpdateAsItIsWhereTheHostileNodesAreAll() {
        assertEquals(1, Replacement.boost(1, 80, 80));
    }
}
