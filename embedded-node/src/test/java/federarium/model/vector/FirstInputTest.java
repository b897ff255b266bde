package federarium.model.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.model.Batch;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Sixteen columns, the fewest that are sorted out; weight row k starts at k. */
class FirstInputTest {
    private static final int COLUMNS = 16;

    private final int[] offsets = new int[COLUMNS + Matrix.SPARE];
    private final FirstInput input = new FirstInput(COLUMNS, offsets);

    FirstInputTest() {
        Arrays.setAll(offsets, k -> k);
    }

    @Test
    void leavesOutColumnsThatAreZeroInEveryRow() {
        Batch batch = filled(0);
        batch.features()[3] = 5;
        batch.features()[COLUMNS + 9] = 7;

        LayerInput chosen = input.nonzero(batch);
        assertEquals(2, chosen.columns());
        assertArrayEquals(new int[] {3, 9}, Arrays.copyOf(chosen.offsets(), 2));
    }

    @Test
    void subtractsThePaperAndLeavesOutWhatIsNothingElse() {
        Batch batch = filled(-.5f);
        batch.features()[3] = 5;
        batch.features()[COLUMNS + 9] = 7;

        LayerInput chosen = input.onBackground(batch);
        assertEquals(-.5f, chosen.background());
        assertEquals(2, chosen.columns());
        assertArrayEquals(new float[] {5.5f, 0}, Arrays.copyOf(chosen.values().values(), 2));
        assertArrayEquals(new float[] {5.5f, 7.5f}, Arrays.copyOf(chosen.sums(), 2));
    }

    @Test
    void seesNoPaperWhereMoreThanHalfOfTheColumnsVary() {
        Batch batch = filled(-.5f);
        for (int column = 7; column < COLUMNS; column++) {
            batch.features()[column] = column;
        }
        assertEquals(0, input.onBackground(batch).background());
    }

    @Test
    void seesNoPaperInLargeNumbersWhichWouldSwallowSmallOnes() {
        assertEquals(0, input.onBackground(filled(1000)).background());
    }

    private static Batch filled(float value) {
        Batch batch = new Batch(2, COLUMNS);
        batch.size(2);
        Arrays.fill(batch.features(), value);
        return batch;
    }
}
