package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormBoundTest {

    @Test
    void shortensWhatIsLongerThanTheBound() {
        Gathered round = Updates.of(new float[] {3, 4}, new float[] {6, 8});
        Aggregate aggregate = new NormBound(1, 5).aggregate(round);

        assertEquals(Weights.copyOf(3, 4), aggregate.model());
        assertArrayEquals(new double[] {.5, .25}, Updates.weights(aggregate));
        assertArrayEquals(new double[] {5, 10}, Updates.scores(aggregate));
    }

    @Test
    void countsEveryClientAlikeWhateverExamplesItClaims() {
        Gathered round =
                Updates.from(List.of(Updates.update(0, 99, 1, 2), Updates.update(1, 1, 1, 0)));

        assertEquals(Weights.copyOf(1), new NormBound(1, 5).aggregate(round).model());
    }

    @Test
    void takesAnUpdateOfZeroAsItIs() {
        assertEquals(List.of(0), Updates.taken(new NormBound(1, 5).aggregate(Updates.ofOne(0))));
        assertEquals(Weights.copyOf(0), new NormBound(1, 5).aggregate(Updates.ofOne(0)).model());
    }
}
