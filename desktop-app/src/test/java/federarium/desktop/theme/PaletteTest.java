package federarium.desktop.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    @Test
    void blackOnWhiteIsTwentyOne() {
        assertEquals(21, Contrast.ratio(Color.BLACK, Color.WHITE), 1e-9);
        assertEquals(1, Contrast.ratio(Color.RED, Color.RED), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void textReads(Appearance appearance) {
        Palette p = appearance.palette();
        for (Color ground : List.of(p.background(), p.panel())) {
            for (Color ink :
                    List.of(
                            p.text(),
                            p.muted(),
                            p.accent(),
                            p.worst(),
                            p.alone(),
                            p.pooled(),
                            p.own(),
                            p.privacy(),
                            p.danger())) {
                assertContrast(4.5, ink, ground);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void graphicsStandOut(Appearance appearance) {
        Palette p = appearance.palette();
        for (Color label : p.labels()) {
            assertContrast(3, label, p.background());
            assertContrast(3, label, p.panel());
        }
        assertContrast(3, p.ghost(), p.background());
        assertContrast(3, p.coin(), p.background());
    }

    private static void assertContrast(double least, Color ink, Color ground) {
        double ratio = Contrast.ratio(ink, ground);
        assertTrue(ratio >= least, ink + " on " + ground + " is only " + ratio);
    }
}
