package federarium.data.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.data.Refusal;
import federarium.random.RandomStreams;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalTest {
    private final RandomStreams streams = new RandomStreams(1);
    private final Deck deck =
            new Deck(
                    new int[] {0, 1, 2, 3},
                    new int[] {0, 1, 0, 1, 0},
                    2,
                    new int[] {1, 0, 1, 1, 0},
                    List.of("Bonn", "Graz"));

    @Test
    void givesEveryRowToItsOwner() {
        Dealer dealer = new Natural().draw(deck, 2, streams);

        assertArrayEquals(
                new int[][] {{1}, {0, 2, 3}},
                dealer.deal(new int[] {0, 1, 2, 3}, streams.stream("train")));
        assertArrayEquals(
                new int[][] {{4}, {}}, dealer.deal(new int[] {4}, streams.stream("test")));
    }

    @Test
    void refusesAnotherNumberOfNodesThanTheDataName() {
        String refusal = Refusal.of(() -> new Natural().draw(deck, 5, streams));

        assertEquals("clients: 5, but the data name 2; allowed: 2, or leave clients out", refusal);
    }
}
