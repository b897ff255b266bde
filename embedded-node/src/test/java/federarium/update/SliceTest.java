package federarium.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.update.Slice.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

class SliceTest {
    private static final Weights MODEL = Weights.copyOf(10, 11, 12, 13, 14);

    @Test
    void takesTheParametersOfItsRangesInOrder() {
        Slice slice = new Slice(List.of(new Range(0, 1), new Range(2, 4)));

        assertEquals(3, slice.size());
        assertEquals(Weights.copyOf(10, 12, 13), slice.of(MODEL));
    }

    @Test
    void ofAllParametersIsTheModelItself() {
        assertSame(MODEL, Slice.whole(5).of(MODEL));
        assertEquals(
                Slice.whole(5),
                new Slice(List.of(new Range(0, 2), new Range(2, 3), new Range(3, 5))));
    }

    @Test
    void refusesRangesThatOverlap() {
        List<Range> ranges = List.of(new Range(0, 3), new Range(2, 4));

        assertThrows(IllegalArgumentException.class, () -> new Slice(ranges));
    }

    @Test
    void isDealtToTheClientsInTurn() {
        Slice first = new Slice(List.of(new Range(0, 1)));
        Slices slices = new Slices(5, List.of(Slice.whole(5), first));

        assertEquals(
                List.of(Weights.copyOf(10), MODEL, Weights.copyOf(10)),
                slices.of(MODEL, List.of(1, 4, 5)));
        assertEquals(.2, slices.share(3));
    }
}
