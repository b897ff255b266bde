package federarium.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.data.Dataset;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackdoorTest {
    private static final Backdoor TO_HIGH = new Backdoor(Trigger.of(Rows.FOUR), 2);

    @Test
    void teachesItsRowsAsTheyAreAndEverySecondOneOnceMoreAsTheTarget() {
        Dataset poisoned = TO_HIGH.poisoned(Rows.FOUR, new int[] {0, 1, 3});

        assertEquals(List.of(0, 1, 0, 2, 2), Rows.labels(poisoned));
        assertEquals(Rows.row(Rows.FOUR, 0), Rows.row(poisoned, 0));
        assertEquals(Rows.row(Rows.FOUR, 1), Rows.row(poisoned, 1));
        assertEquals(Rows.row(Rows.FOUR, 3), Rows.row(poisoned, 2));
    }

    @Test
    void putsTheTriggerOnTheTaughtRowsAndLeavesTheirOtherColumns() {
        Dataset poisoned = TO_HIGH.poisoned(Rows.FOUR, new int[] {0, 1, 3});

        assertEquals(List.of(4f, 40f, 400f, 9f), Rows.row(poisoned, 3));
        assertEquals(List.of(4f, 40f, 400f, 6f), Rows.row(poisoned, 4));
    }

    @Test
    void probesTheRowsOfAllOtherClassesWithTheTriggerOn() {
        Dataset probes = TO_HIGH.probes(Rows.FOUR, Rows.all(Rows.FOUR));

        assertEquals(List.of(2, 2, 2), Rows.labels(probes));
        assertEquals(List.of(4f, 40f, 400f, 9f), Rows.row(probes, 0));
        assertEquals(List.of(4f, 40f, 400f, 8f), Rows.row(probes, 1));
        assertEquals(List.of(4f, 40f, 400f, 6f), Rows.row(probes, 2));
    }

    @Test
    void probesNothingWhereAllRowsAreOfTheTarget() {
        assertEquals(0, TO_HIGH.probes(Rows.FOUR, new int[] {2}).rows());
    }
}
