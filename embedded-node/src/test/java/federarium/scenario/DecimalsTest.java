package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DecimalsTest {

    @Test
    void areAsBriefAsPeopleWriteThem() {
        assertEquals("0.0123", Decimals.brief(0.012345));
        assertEquals("12300", Decimals.brief(12345));
        assertEquals("∞", Decimals.brief(Double.POSITIVE_INFINITY));
    }
}
