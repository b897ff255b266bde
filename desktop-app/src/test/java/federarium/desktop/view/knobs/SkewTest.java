package federarium.desktop.view.knobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkewTest {
    private final Skew skew = new Skew();

    @Test
    void leftEndIsEven() {
        assertEquals(Skew.EVEN, skew.scale().value(0));
        assertEquals(Map.of("data.partition.kind", "iid"), Skew.keys(Skew.EVEN));
        assertEquals("even", skew.write(Skew.EVEN));
    }

    @Test
    void rightEndIsTheSmallestAlpha() {
        assertEquals(0.05, skew.scale().value(1), 1e-9);
        assertEquals(
                Map.of("data.partition.kind", "dirichlet", "data.partition.alpha", "0.05"),
                Skew.keys(skew.scale().value(1)));
        assertEquals("α 0.05", skew.write(0.05));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.1, 0.5, 1, 10, 100})
    void positionsComeBack(double alpha) {
        assertEquals(alpha, skew.scale().value(skew.scale().position(alpha)), alpha * 1e-6);
    }

    @Test
    void smallerAlphasLieFurtherRight() {
        assertTrue(skew.scale().position(0.1) > skew.scale().position(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "α 0.5", "alpha 0.5", "0,5"})
    void readsAnAlphaHoweverItIsTyped(String text) {
        assertEquals(0.5, skew.read(text));
    }

    @Test
    void saysWhatWouldWork() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> skew.read("lots"));
        assertTrue(String.valueOf(refusal.getMessage()).contains("0.5"));
    }
}
