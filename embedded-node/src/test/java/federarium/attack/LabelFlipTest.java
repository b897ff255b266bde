package federarium.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.data.Dataset;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class LabelFlipTest {

    @Test
    void mirrorsEveryClass() {
        assertEquals(List.of(2, 1, 0, 2), labels(LabelFlip.mirrored(3), 0, 1, 2, 3));
    }

    @Test
    void takesOneClassForAnotherAndLeavesTheRest() {
        assertEquals(List.of(2, 1, 2, 2), labels(LabelFlip.of(0, 2), 0, 1, 2, 3));
    }

    @Test
    void changesNoFeatureAndTakesTheRowsInTheOrderGiven() {
        Dataset poisoned = LabelFlip.poisoned(Rows.FOUR, new int[] {3, 1}, LabelFlip.mirrored(3));

        assertEquals(2, poisoned.rows());
        assertEquals(Rows.row(Rows.FOUR, 3), Rows.row(poisoned, 0));
        assertEquals(Rows.row(Rows.FOUR, 1), Rows.row(poisoned, 1));
    }

    @Test
    void leavesTheRowsThemselvesAlone() {
        labels(LabelFlip.mirrored(3), 0, 1, 2, 3);

        assertEquals(List.of(0, 1, 2, 0), Rows.labels(Rows.FOUR));
    }

    private static List<Integer> labels(IntUnaryOperator flip, int... rows) {
        return Rows.labels(LabelFlip.poisoned(Rows.FOUR, rows, flip));
    }
}
