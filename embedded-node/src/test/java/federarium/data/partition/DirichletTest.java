package federarium.data.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.data.Refusal;
import federarium.random.RandomStreams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirichletTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyNodeGetsTenTrainingRows(long seed) {
        int[] sizes = sizes(new Dirichlet(0.3), 400, 5, seed);

        assertTrue(Arrays.stream(sizes).min().orElseThrow() >= 10, Arrays.toString(sizes));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aLargeAlphaDealsEvenly(long seed) {
        for (int size : sizes(new Dirichlet(1e6), 1000, 4, seed)) {
            assertEquals(250, size, 10);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aTinyAlphaGivesEachLabelToOneNode(long seed) {
        RandomStreams streams = new RandomStreams(seed);
        // Ten labels, two nodes: each label has one owner, so nodes hold whole hundreds.
        int[][] hands =
                new Dirichlet(1e-4)
                        .draw(Decks.of(1000, 10), 2, streams)
                        .deal(Decks.rows(0, 1000), streams.stream("deal"));

        assertEquals(0, hands[0].length % 100, "node 0 has " + hands[0].length);
    }

    @Test
    void refusesFewerThanTenRowsANode() {
        String refusal =
                Refusal.of(() -> new Dirichlet(1).draw(Decks.of(79, 2), 8, new RandomStreams(1)));

        assertEquals(
                "clients: 8 dirichlet shares need 80 training rows, 10 each; there are 79;"
                        + " allowed: at most 7 clients",
                refusal);
    }

    @Test
    void refusesAfterAHundredRedrawsAndNamesRemediesThatWork() {
        RandomStreams streams = new RandomStreams(1);
        Deck deck = Decks.of(200, 2);
        String refusal = Refusal.of(() -> new Dirichlet(0.05).draw(deck, 10, streams));

        assertEquals(
                "data.partition.alpha: 0.05 left one of 10 clients fewer than 10 training rows in"
                        + " each of 101 draws; allowed, for instance: alpha 0.8, or 3 clients",
                refusal);
        new Dirichlet(0.8).draw(deck, 10, streams);
        new Dirichlet(0.05).draw(deck, 3, streams);
    }

    private static int[] sizes(Dirichlet rule, int rows, int nodes, long seed) {
        RandomStreams streams = new RandomStreams(seed);
        Dealer dealer = rule.draw(Decks.of(rows, 10), nodes, streams);
        return Decks.sizes(dealer.deal(Decks.rows(0, rows), streams.stream("deal")));
    }
}
