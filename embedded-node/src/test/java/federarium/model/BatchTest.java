package federarium.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.data.Dataset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final Dataset DATA =
            Dataset.of(
                    List.of("x", "y"),
                    List.of("no", "yes"),
                    new int[] {0, 1, 1},
                    new float[][] {{1, 2}, {3, 4}, {5, 6}});

    @Test
    void holdsTheRowsAtTheseSeatsOfTheOrder() {
        Batch batch = new Batch(2, 2);
        batch.fill(DATA, new int[] {1, 2, 0}, 1, 3);

        assertEquals(2, batch.size());
        assertArrayEquals(new float[] {5, 6, 1, 2}, batch.features());
        assertArrayEquals(new int[] {1, 0}, batch.labels());
    }

    @Test
    void holdsOnlyTheRowsItWasFilledWithLast() {
        Batch batch = new Batch(2, 2);
        batch.fill(DATA, new int[] {1, 2, 0}, 0, 2);
        batch.fill(DATA, new int[] {1, 2, 0}, 2, 3);

        assertEquals(1, batch.size());
        assertArrayEquals(new float[] {1, 2}, Arrays.copyOf(batch.features(), batch.width()));
    }

    @Test
    void refusesMoreRowsThanItHasRoomFor() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Batch(1, 2).fill(DATA, new int[] {0, 1}, 0, 2));
    }

    @Test
    void refusesToHaveNoRoom() {
        assertThrows(IllegalArgumentException.class, () -> new Batch(0, 2));
        assertThrows(IllegalArgumentException.class, () -> new Batch(2, 0));
    }
}
