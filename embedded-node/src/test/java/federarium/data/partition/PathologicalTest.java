package federarium.data.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.data.Refusal;
import federarium.random.RandomStreams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathologicalTest {
    private final RandomStreams streams = new RandomStreams(1);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyNodeHoldsExactlySoManyLabels(long seed) {
        RandomStreams seeded = new RandomStreams(seed);
        int[][] hands =
                new Pathological(3)
                        .draw(Decks.of(1000, 10), 7, seeded)
                        .deal(Decks.rows(0, 1000), seeded.stream("deal"));

        for (int[] hand : hands) {
            assertEquals(3, Arrays.stream(hand).map(row -> row % 10).distinct().count());
        }
    }

    @Test
    void splitsALabelEvenlyAmongItsHolders() {
        // Two labels of 50 rows, four nodes with one label each: two holders a label.
        int[][] hands =
                new Pathological(1)
                        .draw(Decks.of(100, 2), 4, streams)
                        .deal(Decks.rows(0, 100), streams.stream("deal"));

        assertArrayEquals(new int[] {25, 25, 25, 25}, Decks.sizes(hands));
    }

    @Test
    void refusesMoreLabelsThanThereAre() {
        assertEquals(
                "data.partition.classes: 11, but the data have 10; allowed: at most 10",
                refusal(11, 5));
    }

    @Test
    void refusesWhereSomeLabelWouldHaveNoHolder() {
        assertEquals(
                "data.partition.classes: 3 clients with 2 each hold 6 of 10 classes at most;"
                        + " allowed: at least 4 each, or at least 5 clients",
                refusal(2, 3));
    }

    @Test
    void refusesMoreNodesThanRows() {
        assertEquals(
                "clients: 101 nodes cannot share 100 training rows; allowed: at most 100",
                refusal(2, 101));
    }

    private String refusal(int classes, int nodes) {
        return Refusal.of(() -> new Pathological(classes).draw(Decks.of(100, 10), nodes, streams));
    }
}
