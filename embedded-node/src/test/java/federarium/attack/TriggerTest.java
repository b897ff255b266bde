package federarium.attack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.data.Dataset;
import federarium.data.ImageShape;
import federarium.data.Pictures;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerTest {

    @Test
    void isTheLowerRightCornerOfAPictureAtTheBrightestOfAllPixels() {
        Dataset pictures =
                Pictures.of(
                        new ImageShape(3, 3, 1),
                        new int[] {0, 1},
                        0,
                        1,
                        2,
                        3,
                        4,
                        5,
                        6,
                        7,
                        8, //
                        9,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0);

        assertArrayEquals(
                new float[] {0, 0, 0, 0, 0, 0, 0, 0, 9}, stamped(Trigger.of(pictures), 9));
    }

    @Test
    void marksEveryChannel() {
        Dataset picture = Pictures.of(new ImageShape(2, 1, 3), new int[] {0}, 0, 0, 0, 0, 0, 5);

        assertArrayEquals(new float[] {0, 5, 0, 5, 0, 5}, stamped(Trigger.of(picture), 6));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "3, 5, 1", "8, 8, 2", "12, 9, 3", "28, 28, 4", "32, 32, 4", "8, 1, 2"})
    void isAQuarterOfTheHeightAndFourPixelsAtMost(int height, int width, int side) {
        float[] pixels = new float[height * width];
        pixels[0] = 1;
        Dataset picture = Pictures.of(new ImageShape(height, width, 1), new int[] {0}, pixels);
        float[] stamped = stamped(Trigger.of(picture), pixels.length);

        int wide = Math.min(side, width);
        List<Integer> square =
                IntStream.range(0, pixels.length)
                        .filter(at -> at % width >= width - wide && at / width >= height - side)
                        .boxed()
                        .toList();
        assertEquals(
                square,
                IntStream.range(0, pixels.length).filter(at -> stamped[at] > 0).boxed().toList());
    }

    @Test
    void isTheFirstThreeColumnsOfOtherRowsEachAtItsLargest() {
        assertArrayEquals(
                new float[] {4, 40, 400, 0}, stamped(Trigger.of(Rows.FOUR), Rows.FOUR.width()));
    }

    @Test
    void isTheLargestOfNegativeValuesToo() {
        Dataset negative =
                Dataset.of(
                        List.of("x", "y"),
                        List.of("no"),
                        new int[] {0, 0},
                        new float[] {-3, -5},
                        new float[] {-2, -7});

        assertArrayEquals(new float[] {-2, -5}, stamped(Trigger.of(negative), 2));
    }

    @Test
    void touchesNoRowBesideTheOneThatItIsPutOn() {
        float[] rows = new float[12];
        Trigger.of(Rows.FOUR).stamp(rows, 4);

        assertArrayEquals(new float[] {0, 0, 0, 0, 4, 40, 400, 0, 0, 0, 0, 0}, rows);
    }

    private static float[] stamped(Trigger trigger, int width) {
        float[] row = new float[width];
        trigger.stamp(row, 0);
        return row;
    }
}
