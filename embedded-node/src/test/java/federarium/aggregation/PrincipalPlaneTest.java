package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PrincipalPlaneTest {
    private static final double ROUNDING = 1e-6;

    /** Their mean is (5, 2, 0); the second axis is the shorter side. */
    @Test
    void layTheCornersOfARectangleAtItsCorners() {
        PrincipalPlane plane =
                plane(
                        new double[] {0, 0, 0},
                        new double[] {10, 0, 0},
                        new double[] {10, 4, 0},
                        new double[] {0, 4, 0});

        assertArrayEquals(new double[] {5, 5, 5, 5}, lengths(plane.x()), ROUNDING);
        assertArrayEquals(new double[] {2, 2, 2, 2}, lengths(plane.y()), ROUNDING);
        assertEquals(1, plane.explained(), ROUNDING);
    }

    /** Around their mean they scatter by 18, 8 and 2 along the axes. */
    @Test
    void tellsTheShareOfTheScatterThatItShows() {
        PrincipalPlane plane =
                plane(
                        new double[] {3, 0, 0},
                        new double[] {-3, 0, 0},
                        new double[] {0, 2, 0},
                        new double[] {0, -2, 0},
                        new double[] {0, 0, 1},
                        new double[] {0, 0, -1});

        assertEquals(26 / 28.0, plane.explained(), ROUNDING);
        assertArrayEquals(new double[] {3, 3, 0, 0, 0, 0}, lengths(plane.x()), ROUNDING);
        assertArrayEquals(new double[] {0, 0, 2, 2, 0, 0}, lengths(plane.y()), ROUNDING);
    }

    /** Distances on the plane are those of the points where nothing is hidden. */
    @Test
    void keepsEveryDistanceOfPointsOnAPlane() {
        Random random = new Random(5);
        double[][] points = new double[12][];
        for (int i = 0; i < points.length; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            points[i] = new double[] {a + b, 3 * a - b, a, 2 * b};
        }
        double[][] distances = distances(points);
        PrincipalPlane plane = PrincipalPlane.of(distances);

        double[][] shown = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            shown[i] = new double[] {plane.x()[i], plane.y()[i]};
        }
        for (int i = 0; i < points.length; i++) {
            assertArrayEquals(distances[i], distances(shown)[i], 1e-5);
        }
    }

    @Test
    void pointsEachAxisToThePointFarthestOutOnIt() {
        PrincipalPlane plane =
                plane(new double[] {1, 0}, new double[] {1, 0}, new double[] {-9, 0});

        assertArrayEquals(new double[] {-10 / 3.0, -10 / 3.0, 20 / 3.0}, plane.x(), ROUNDING);
    }

    @Test
    void laysPointsOfALineOnTheFirstAxis() {
        PrincipalPlane plane = plane(new double[] {0}, new double[] {1}, new double[] {5});

        assertArrayEquals(new double[] {-2, -1, 3}, plane.x(), ROUNDING);
        assertArrayEquals(new double[3], plane.y(), ROUNDING);
        assertEquals(1, plane.explained());
    }

    @Test
    void laysPointsThatAreOneInTheMiddleAndHidesNothing() {
        PrincipalPlane plane = plane(new double[] {7, 7}, new double[] {7, 7});

        assertArrayEquals(new double[2], plane.x());
        assertArrayEquals(new double[2], plane.y());
        assertEquals(1, plane.explained());
    }

    private static PrincipalPlane plane(double[]... points) {
        return PrincipalPlane.of(distances(points));
    }

    private static double[][] distances(double[]... points) {
        double[][] distances = new double[points.length][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < points.length; j++) {
                for (int axis = 0; axis < points[i].length; axis++) {
                    distances[i][j] += Math.pow(points[i][axis] - points[j][axis], 2);
                }
            }
        }
        return distances;
    }

    private static double[] lengths(double[] coordinates) {
        double[] lengths = new double[coordinates.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Math.abs(coordinates[i]);
        }
        return lengths;
    }
}
