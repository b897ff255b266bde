package federarium.desktop.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.projection.Purse;
import org.junit.jupiter.api.Test;

class EarningsTest {
    @Test
    void purseSaysItsTotalAndWhatCameLast() {
        assertEquals("12.4 credits, +1.2 last", Earnings.words(new Purse(12.4, 1.2, false)));
        assertEquals("−0.5 credits, −1.0 last", Earnings.words(new Purse(-.5, -1.0, false)));
        assertEquals("0.0 credits, ±0.0 last", Earnings.words(new Purse(0.0, 0.0, false)));
    }

    @Test
    void whereNobodyPaysNothingIsSaid() {
        assertEquals("", Earnings.words(new Purse(null, null, false)));
    }

    @Test
    void whoWithdrewIsSaidToHave() {
        assertEquals("withdrew: its pay was too low", Earnings.words(new Purse(null, null, true)));
        assertEquals(
                "3.0 credits, +0.1 last, withdrew: its pay was too low",
                Earnings.words(new Purse(3.0, .1, true)));
    }
}
