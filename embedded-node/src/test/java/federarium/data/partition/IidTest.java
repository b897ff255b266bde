package federarium.data.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.data.Refusal;
import federarium.random.RandomStreams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IidTest {
    private final RandomStreams streams = new RandomStreams(1);

    @Test
    void sizesDifferByOneAtMost() {
        int[][] hands =
                new Iid()
                        .draw(Decks.of(10, 2), 4, streams)
                        .deal(Decks.rows(0, 10), streams.stream("deal"));

        int[] sizes = Decks.sizes(hands);
        Arrays.sort(sizes);
        assertArrayEquals(new int[] {2, 2, 3, 3}, sizes);
    }

    @Test
    void refusesMoreNodesThanRows() {
        String refusal = Refusal.of(() -> new Iid().draw(Decks.of(10, 2), 11, streams));

        assertEquals(
                "clients: 11 nodes cannot share 10 training rows; allowed: at most 10", refusal);
    }
}
