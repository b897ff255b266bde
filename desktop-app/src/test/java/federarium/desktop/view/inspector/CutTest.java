package federarium.desktop.view.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.desktop.feed.Noising;
import federarium.scenario.Privacy.Mechanism;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CutTest {
    @Test
    void withoutNoiseThereIsOnlyANorm() {
        Cut cut = new Cut(Noising.NONE, 3.1, 9, 2410);
        assertEquals(Map.of("Norm", "3.10"), cut.figures());
        assertEquals("", cut.words());
    }

    @Test
    void theCoordinatorKnowsTheNormBeforeItsCutAndAfter() {
        Noising noising = new Noising(Mechanism.CENTRAL, 1, .7, false, true);
        assertEquals(
                List.of("3.10", "1.00", "± 0.70"),
                List.copyOf(new Cut(noising, 3.1, 9, 2410).figures().values()));
        assertEquals(
                "0.80, whole", new Cut(noising, .8, 9, 2410).figures().get("Norm after the cut"));
    }

    @Test
    void nothingIsSaidToBeCutBeforeItIs() {
        Noising noising = new Noising(Mechanism.CENTRAL, 1, .7, false, false);
        assertEquals(
                List.of("3.10", "not yet cut", "not yet added"),
                List.copyOf(new Cut(noising, 3.1, 9, 2410).figures().values()));
    }

    @Test
    void underNoiseOfItsOwnTheNodeAloneKnowsTheNormBefore() {
        Noising noising = new Noising(Mechanism.LOCAL, 1, .7, false, true);
        Cut cut = new Cut(noising, 34.4, 9, 2410);
        assertEquals("the node’s alone", cut.figures().get("Norm before the cut"));
        assertEquals("34.4", cut.figures().get("Norm as it arrived"));
        // .7 · √2410
        assertTrue(cut.words().contains("about 34.4 long"), cut.words());
    }

    @Test
    void anAdaptiveClipSaysWhyThereIsMoreNoise() {
        Noising noising = new Noising(Mechanism.CENTRAL, 1, 1.3, true, true);
        assertTrue(new Cut(noising, 3.1, 9, 2410).words().contains("more than σ·C"));
    }
}
