package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StalenessTest {

    @Test
    void isNothingToTheConstant() {
        assertEquals(1, new Staleness.Constant().factor(9));
    }

    /** 4^−.5 */
    @Test
    void fallsByAPower() {
        assertEquals(1, new Staleness.Polynomial(.5).factor(0));
        assertEquals(.5, new Staleness.Polynomial(.5).factor(3));
    }

    /** 1 ÷ (10 · (6 − 4) + 1) */
    @Test
    void fallsFromTheHingeOn() {
        Staleness hinge = new Staleness.Hinge(10, 4);

        assertEquals(1, hinge.factor(4));
        assertEquals(1 / 21.0, hinge.factor(6));
    }
}
