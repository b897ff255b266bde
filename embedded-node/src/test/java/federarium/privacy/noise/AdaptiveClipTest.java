package federarium.privacy.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class AdaptiveClipTest {
    private static final AdaptiveClip FOR_HUNDRED = AdaptiveClip.of(100);

    @Test
    void theNormGrowsWhileMoreThanHalfOfTheUpdatesAreLonger() {
        assertEquals(2 * Math.exp(0.1), FOR_HUNDRED.next(2, 0), 1e-15);
        assertEquals(2, FOR_HUNDRED.next(2, 0.5));
        assertEquals(2 * Math.exp(-0.1), FOR_HUNDRED.next(2, 1), 1e-15);
    }

    @Test
    void theNoisedShareStaysAShare() {
        assertEquals(0.75, AdaptiveClip.share(25, 100));
        assertEquals(0, AdaptiveClip.share(-80, 100));
        assertEquals(1, AdaptiveClip.share(51, 100));
    }

    @Test
    void updatesAndCountTogetherTellWhatTheUpdatesAloneWould() {
        double updates = FOR_HUNDRED.updateNoise(1.2);
        double count = 2 * FOR_HUNDRED.countNoise();
        assertEquals(1 / (1.2 * 1.2), 1 / (updates * updates) + 1 / (count * count), 1e-12);
    }

    @Test
    void aCountThatTellsMoreThanAllIsAllowedIsRefused() {
        assertEquals(5, FOR_HUNDRED.countNoise());
        assertThrows(IllegalArgumentException.class, () -> FOR_HUNDRED.updateNoise(10));
        assertThrows(IllegalArgumentException.class, () -> FOR_HUNDRED.updateNoise(Double.NaN));
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new AdaptiveClip(1.5, 0.2, 1));
        assertThrows(IllegalArgumentException.class, () -> new AdaptiveClip(0.5, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new AdaptiveClip(0.5, 0.2, 0));
    }
}
