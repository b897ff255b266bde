package federarium.data.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.data.Refusal;
import federarium.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    private final RandomStreams streams = new RandomStreams(1);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void twoShardsOfOneLabelEachMakeAtMostTwoLabels(long seed) {
        RandomStreams seeded = new RandomStreams(seed);
        // 20 shards of 10 rows, 20 rows a label: no shard straddles two labels.
        int[][] hands =
                new Shard(2)
                        .draw(Decks.of(200, 10), 10, seeded)
                        .deal(Decks.rows(0, 200), seeded.stream("deal"));

        for (int[] hand : hands) {
            assertEquals(20, hand.length);
            assertTrue(labels(hand).size() <= 2, Arrays.toString(hand));
        }
    }

    @Test
    void shardsAreEqualWithinOneRow() {
        int[] sizes =
                Decks.sizes(
                        new Shard(1)
                                .draw(Decks.of(11, 3), 4, streams)
                                .deal(Decks.rows(0, 11), streams.stream("deal")));

        Arrays.sort(sizes);
        assertArrayEquals(new int[] {2, 3, 3, 3}, sizes);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aNodeIsTestedOnlyOnLabelsThatItTrainedOn(long seed) {
        RandomStreams seeded = new RandomStreams(seed);
        Dealer dealer = new Shard(2).draw(Decks.withTestRows(437, 103, 10), 10, seeded);
        int[][] train = dealer.deal(Decks.rows(0, 437), seeded.stream("train"));
        int[][] test = dealer.deal(Decks.rows(437, 540), seeded.stream("test"));

        for (int node = 0; node < 10; node++) {
            assertTrue(labels(train[node]).containsAll(labels(test[node])), "node " + node);
        }
    }

    @Test
    void dealsTestRowsOfALabelThatNoTrainingRowHas() {
        Deck deck =
                new Deck(
                        new int[] {0, 1, 2, 3},
                        new int[] {0, 0, 1, 1, 2, 2},
                        3,
                        new int[0],
                        List.of());
        Dealer dealer = new Shard(1).draw(deck, 2, streams);

        int[][] test = dealer.deal(new int[] {4, 5}, streams.stream("test"));
        assertEquals(2, test[0].length + test[1].length);
    }

    @Test
    void refusesMoreShardsThanRows() {
        String refusal = Refusal.of(() -> new Shard(3).draw(Decks.of(20, 2), 7, streams));

        assertEquals(
                "data.partition.shardsPerClient: 7 clients with 3 each make 21 shards of 20"
                        + " training rows; allowed: at most 20 shards",
                refusal);
    }

    private static Set<Integer> labels(int[] rows) {
        return Arrays.stream(rows).map(row -> row % 10).boxed().collect(Collectors.toSet());
    }
}
