package federarium.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GapsTest {
    private static final float GAP = Float.NaN;

    @Test
    void areFilledWithTheMeanOfTheTrainingRows() {
        // Two columns; row 3 is a test row, so its 900 counts for nothing.
        RawRows rows = RawRowsFixture.withFeatures(2, 1, 5, 3, GAP, GAP, 7, 900, GAP);
        Gaps.fillWithMeans(rows, new int[] {0, 1, 2});

        assertArrayEquals(new float[] {1, 5, 3, 6, 2, 7, 900, 6}, rows.features);
    }

    @Test
    void cannotBeFilledWhereNoTrainingRowHasAValue() {
        RawRows rows = RawRowsFixture.withFeatures(1, GAP, GAP, 900);

        assertEquals(
                "data.missing: no training row has a value of 'x'; allowed: ignore: the column",
                Refusal.of(() -> Gaps.fillWithMeans(rows, new int[] {0, 1})));
    }
}
