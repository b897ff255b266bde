package federarium.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class RotationTest {
    private static final ImageShape THREE = new ImageShape(3, 3, 1);

    @Test
    void turnsCounterClockwise() {
        assertTurned(
                THREE,
                90,
                new float[] {
                    1, 2, 3,
                    4, 5, 6,
                    7, 8, 9
                },
                new float[] {
                    3, 6, 9,
                    2, 5, 8,
                    1, 4, 7
                });
    }

    @Test
    void byNothingChangesNothing() {
        float[] picture = {1, 2, 3, 4, 5, 6, 7, 8, 9};

        assertTurned(THREE, 0, picture, picture);
    }

    @Test
    void whatComesFromOutsideIsZero() {
        // The ends of a line of three lie above and below a picture of one row.
        assertTurned(new ImageShape(1, 3, 1), 90, new float[] {4, 5, 6}, new float[] {0, 5, 0});
    }

    @Test
    void interpolatesBetweenFourPixels() {
        // At 45° the middle of the upper edge, 1 above the centre, comes from √½ above and √½
        // right of it: √½ of the way to 8 in both directions.
        float share = (float) Math.sqrt(.5);
        float[] picture = {0, 0, 8, 0, 0, 0, 0, 0, 0};
        new Rotation(THREE, 45).apply(picture, 0);

        assertArrayEquals(
                new float[] {8 * share * share}, new float[] {picture[1]}, 1e-6f, "upper edge");
    }

    @Test
    void turnsEveryChannelByItself() {
        assertTurned(
                new ImageShape(2, 2, 2),
                180,
                new float[] {1, 2, 3, 4, 5, 6, 7, 8},
                new float[] {4, 3, 2, 1, 8, 7, 6, 5});
    }

    private static void assertTurned(
            ImageShape shape, double degrees, float[] picture, float[] expected) {
        float[] row = new float[picture.length + 1];
        System.arraycopy(picture, 0, row, 1, picture.length);
        new Rotation(shape, degrees).apply(row, 1);
        float[] withMargin = new float[row.length];
        System.arraycopy(expected, 0, withMargin, 1, expected.length);

        assertArrayEquals(withMargin, row, 1e-6f);
    }
}
