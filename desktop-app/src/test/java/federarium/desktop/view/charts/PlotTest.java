package federarium.desktop.view.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlotTest {
    private final Plot plot = new Plot(40, 10, 500, 100, 50, 0, 1);

    @Test
    void cornersLieInTheCorners() {
        assertEquals(40, plot.x(0));
        assertEquals(540, plot.x(50));
        assertEquals(110, plot.y(0));
        assertEquals(10, plot.y(1));
    }

    @Test
    void pointerFindsTheNearestRound() {
        assertEquals(7, plot.round(plot.x(7) + 3));
        assertEquals(0, plot.round(-100));
        assertEquals(50, plot.round(9999));
    }

    @Test
    void ticksAreRoundNumbers() {
        assertEquals(List.of(0, 10, 20, 30, 40, 50), plot.roundTicks(64));
        assertEquals(0.2, Plot.nice(0.13), 1e-12);
        assertEquals(50, Plot.nice(21), 1e-12);
    }

    @Test
    void namesKeepTheirDistanceAndOrder() {
        double[] places = Plot.apart(new double[] {50, 51, 50.5, 90}, 15, 0, 200);
        assertTrue(places[2] - places[0] >= 14.9);
        assertTrue(places[1] - places[2] >= 14.9);
        assertTrue(places[3] - places[1] >= 14.9);
    }

    @Test
    void namesWithRoomStayWhereTheyAre() {
        assertArrayEquals(new double[] {20, 80}, Plot.apart(new double[] {20, 80}, 15, 0, 100));
    }
}
