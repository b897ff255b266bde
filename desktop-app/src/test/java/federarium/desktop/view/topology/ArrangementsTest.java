package federarium.desktop.view.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.desktop.view.topology.Arrangement.Form;
import federarium.desktop.view.topology.Arrangement.Seat;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrangementsTest {
    @ParameterizedTest
    @CsvSource({
        "1,500,520",
        "2,820,420",
        "8,500,520",
        "8,820,420",
        "8,1310,690",
        "24,500,520",
        "24,1310,690",
        "25,500,520",
        "50,820,420",
        "60,500,520",
        "60,1310,690",
        "61,500,520",
        "100,820,420",
        "1000,500,520",
        "1000,1310,690"
    })
    void nobodyOverlapsOrLeavesThePicture(int nodes, double width, double height) {
        Arrangement a = Arrangements.of(Collections.nCopies(nodes, 180), width, height);
        assertEquals(nodes, a.seats().size());
        for (int i = 0; i < nodes; i++) {
            Seat seat = a.seat(i);
            assertTrue(
                    seat.x() - seat.radius() >= 0 && seat.x() + seat.radius() <= width,
                    "x " + seat);
            assertTrue(
                    seat.y() - seat.radius() >= 0 && seat.y() + seat.radius() <= height,
                    "y " + seat);
            assertTrue(
                    Math.hypot(seat.x() - a.hubX(), seat.y() - a.hubY())
                            > seat.radius() + a.hubRadius(),
                    "on the hub: " + seat);
            for (int j = 0; j < i; j++) {
                assertTrue(apart(a.form(), seat, a.seat(j)), i + " and " + j + " overlap");
            }
        }
    }

    private static boolean apart(Form form, Seat one, Seat other) {
        double dx = Math.abs(one.x() - other.x());
        double dy = Math.abs(one.y() - other.y());
        double reach = one.radius() + other.radius();
        return form == Form.GRID ? Math.max(dx, dy) >= reach : Math.hypot(dx, dy) >= reach;
    }

    @ParameterizedTest
    @CsvSource({"8,440,467", "12,520,440", "24,736,467"})
    void noCircleLiesOnTheScoreAboveIt(int nodes, double width, double height) {
        Arrangement a = Arrangements.of(Collections.nCopies(nodes, 180), width, height);
        for (Seat above : a.seats()) {
            double score = above.y() + above.radius() + 28;
            assertTrue(
                    a.seats().stream()
                            .noneMatch(seat ->
                                    Math.hypot(seat.x() - above.x(), seat.y() - score)
                                            < seat.radius()),
                    "on the score of " + above);
        }
    }

    @ParameterizedTest
    @CsvSource({"61,2,500,520", "100,5,820,420", "100,10,1310,690", "1000,20,1310,690"})
    void cellsOfAnEdgeStandInABlockOfTheirOwn(int nodes, int edges, double width, double height) {
        List<List<Integer>> groups =
                IntStream.range(0, edges)
                        .mapToObj(e -> IntStream.range(0, nodes).filter(n -> n % edges == e))
                        .map(seats -> seats.boxed().toList())
                        .toList();
        Arrangement a = Arrangements.of(Collections.nCopies(nodes, 180), groups, width, height);
        List<Rectangle2D> blocks = groups.stream().map(group -> block(a, group)).toList();
        for (int i = 0; i < edges; i++) {
            assertTrue(new Rectangle2D(0, 0, width, height).contains(blocks.get(i)));
            for (int j = 0; j < i; j++) {
                assertFalse(blocks.get(i).intersects(blocks.get(j)), i + " and " + j);
            }
        }
    }

    /** Around these cells and the strip above them. */
    private static Rectangle2D block(Arrangement a, List<Integer> seats) {
        double side = a.seat(0).room();
        DoubleSummaryStatistics xs =
                seats.stream().mapToDouble(i -> a.seat(i).x()).summaryStatistics();
        DoubleSummaryStatistics ys =
                seats.stream().mapToDouble(i -> a.seat(i).y()).summaryStatistics();
        return new Rectangle2D(
                xs.getMin() - side / 2,
                ys.getMin() - side / 2 - Blocks.STRIP,
                xs.getMax() - xs.getMin() + side,
                ys.getMax() - ys.getMin() + side + Blocks.STRIP);
    }

    @Test
    void areaFollowsExamples() {
        Arrangement a = Arrangements.of(List.of(400, 100), 800, 600);
        assertEquals(2, a.seat(0).radius() / a.seat(1).radius(), 1e-9);
    }

    @Test
    void formFollowsTheNumberOfNodes() {
        assertEquals(Form.CIRCLE, form(24));
        assertEquals(Form.COMPACT, form(25));
        assertEquals(Form.COMPACT, form(60));
        assertEquals(Form.GRID, form(61));
    }

    private static Form form(int nodes) {
        return Arrangements.of(Collections.nCopies(nodes, 1), 800, 600).form();
    }

    @Test
    void edgesGrowByAStepForEachPowerOfTen() {
        double thousand = RingScenery.width(1_000_000);
        double ten = RingScenery.width(10_000_000);
        assertEquals(0.5, ten - thousand, 0.26);
        assertEquals(1, RingScenery.width(0));
    }
}
