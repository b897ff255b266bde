package federarium.data.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.data.Refusal;
import federarium.random.RandomStreams;
import org.junit.jupiter.api.Test;

class SizeTest {
    private final RandomStreams streams = new RandomStreams(1);

    @Test
    void sizesGrowLinearly() {
        Dealer dealer = new Size().draw(Decks.of(100, 2), 4, streams);

        assertArrayEquals(
                new int[] {10, 20, 30, 40},
                Decks.sizes(dealer.deal(Decks.rows(0, 100), streams.stream("train"))));
        assertArrayEquals(
                new int[] {2, 4, 6, 8},
                Decks.sizes(dealer.deal(Decks.rows(0, 20), streams.stream("test"))));
    }

    @Test
    void refusesWhereTheSmallestNodeWouldGetNothing() {
        String refusal = Refusal.of(() -> new Size().draw(Decks.of(9, 2), 4, streams));

        assertEquals(
                "clients: sizes growing 1 : 2 : … : 4 need 10 training rows, there"
                        + " are 9; allowed: at most 3 clients",
                refusal);
    }
}
