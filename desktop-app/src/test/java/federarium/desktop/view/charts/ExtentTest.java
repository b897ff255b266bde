package federarium.desktop.view.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.desktop.view.charts.Trace.Dot;
import federarium.desktop.view.charts.Trace.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtentTest {

    @Test
    void beginsAtARoundValueBelowTheLowest() {
        assertEquals(new Extent(0, 1), of(0.09, 0.6, 0.95));
        assertEquals(new Extent(0.2, 1), of(0.31, 0.6, 0.95));
        assertEquals(new Extent(0.6, 1), of(0.7, 0.95));
        assertEquals(new Extent(0.9, 1), of(1));
    }

    @Test
    void lowValuesGetTheRoomOfTheField() {
        assertEquals(new Extent(0, 0.5), of(0.02, 0.3));
    }

    @Test
    void everyValueLiesInside() {
        for (double value = 0; value <= 1; value += 0.01) {
            Extent extent = of(0.5, value);
            assertTrue(extent.low() <= value && value <= extent.high(), value + " in " + extent);
        }
    }

    @Test
    void changesOnceWhileARunLearns() {
        List<Dot> dots = new ArrayList<>();
        int changes = -1;
        Extent before = null;
        for (int round = 0; round <= 50; round++) {
            dots.add(new Dot(round, 0.08 + 0.9 * (1 - Math.exp(-round / 10.0))));
            Extent now = Extent.of(List.of(new Trace(Kind.GLOBAL, "global", "", dots)));
            changes += now.equals(before) ? 0 : 1;
            before = now;
        }
        assertEquals(1, changes);
    }

    @Test
    void ticksDivideTheFieldEvenly() {
        assertEquals(List.of(0.6, 0.8, 1.0), ticks(0.6, 70));
        assertEquals(List.of(0.0, 0.5, 1.0), ticks(0, 100));
        assertEquals(List.of(0.9, 1.0), ticks(0.9, 20));
    }

    private static List<Double> ticks(double low, double height) {
        return Extent.ticks(new Plot(0, 0, 100, height, 10, low, 1), 34);
    }

    private static Extent of(double... values) {
        List<Dot> dots = new ArrayList<>();
        for (double value : values) {
            dots.add(new Dot(dots.size(), value));
        }
        return Extent.of(List.of(new Trace(Kind.GLOBAL, "global", "", dots)));
    }
}
