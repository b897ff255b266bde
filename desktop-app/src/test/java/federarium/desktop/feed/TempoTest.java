package federarium.desktop.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TempoTest {
    private final Tempo tempo = new Tempo();

    @Test
    void countsRoundsOverTheLastSecond() {
        for (int i = 0; i <= 120; i++) {
            tempo.sample(i * 16_666_667L, i);
        }
        assertEquals(60, tempo.roundsPerSecond(), 1);
        assertTrue(tempo.flowing());
    }

    @Test
    void normalSpeedIsNoFlow() {
        for (int i = 0; i <= 240; i++) {
            tempo.sample(i * 16_666_667L, i / 180);
        }
        assertFalse(tempo.flowing());
    }

    @Test
    void newRunStartsOver() {
        tempo.sample(0, 40);
        tempo.sample(1_000_000, 0);
        assertEquals(0, tempo.roundsPerSecond());
    }
}
