package federarium.desktop.view.topology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import federarium.desktop.view.topology.Arrangement.Seat;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class PathsTest {

    @Test
    void packetsInAGridHideNoCell() {
        Arrangement grid = Arrangements.of(Collections.nCopies(100, 200), 820, 440);
        for (Seat seat : grid.seats()) {
            for (double share = 0; share <= 1; share += 0.02) {
                double[] place = Paths.along(grid, seat, share);
                for (Seat cell : grid.seats()) {
                    assertFalse(covers(cell, place), seat + " at " + share);
                }
            }
        }
    }

    @Test
    void packetsEndBesideTheirCell() {
        Arrangement grid = Arrangements.of(Collections.nCopies(100, 200), 820, 440);
        Seat last = grid.seat(99);
        double beside = last.x() + (grid.hubX() < last.x() ? -1 : 1) * last.room() / 2;
        assertArrayEquals(new double[] {beside, last.y()}, Paths.along(grid, last, 1), 1e-9);
    }

    private static boolean covers(Seat cell, double[] place) {
        return Math.abs(place[0] - cell.x()) < cell.radius()
                && Math.abs(place[1] - cell.y()) < cell.radius();
    }

    @Test
    void aWayWithCornersIsWalkedAtOnePace() {
        double[][] corners = {{0, 0}, {10, 0}, {10, 30}};
        assertArrayEquals(new double[] {5, 0}, Paths.along(corners, .125), 1e-9);
        assertArrayEquals(new double[] {10, 10}, Paths.along(corners, .5), 1e-9);
        assertArrayEquals(new double[] {10, 30}, Paths.along(corners, 1), 1e-9);
    }
}
