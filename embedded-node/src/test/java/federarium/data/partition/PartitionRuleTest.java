package federarium.data.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PartitionRuleTest {
    private static final int NODES = 6;
    private static final int TRAIN = 1000;
    private static final int TEST = 250;

    static Stream<Arguments> rulesAndSeeds() {
        return Stream.of(
                        new Iid(),
                        new Size(),
                        new Dirichlet(0.5),
                        new Dirichlet(0.1),
                        new Pathological(2),
                        new Pathological(10),
                        new Shard(2),
                        new Shard(5))
                .flatMap(rule -> Stream.of(1L, 2L, 3L).map(seed -> Arguments.of(rule, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("rulesAndSeeds")
    void everyRowGoesToExactlyOneNode(PartitionRule rule, long seed) {
        Deck deck = Decks.withTestRows(TRAIN, TEST, 10);
        RandomStreams streams = new RandomStreams(seed);
        Dealer dealer = rule.draw(deck, NODES, streams);

        int[] train = Decks.rows(0, TRAIN);
        int[] test = Decks.rows(TRAIN, TRAIN + TEST);
        assertArrayEquals(train, together(dealer.deal(train, streams.stream("a"))));
        assertArrayEquals(test, together(dealer.deal(test, streams.stream("b"))));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("rulesAndSeeds")
    void theSameSeedDealsTheSameRows(PartitionRule rule, long seed) {
        int[][] once = deal(rule, seed);
        int[][] again = deal(rule, seed);

        assertEquals(NODES, once.length);
        assertArrayEquals(once, again);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("rulesAndSeeds")
    void testRowsAreDealtByTheDrawThatDealtTheTrainingRows(PartitionRule rule, long seed) {
        // Test rows that are the training rows' twins must end up with the same nodes, label by
        // label, whichever of several equal rows it was.
        Deck deck = Decks.withTestRows(TRAIN, TRAIN, 10);
        RandomStreams streams = new RandomStreams(seed);
        Dealer dealer = rule.draw(deck, NODES, streams);
        int[][] train = dealer.deal(Decks.rows(0, TRAIN), streams.stream("same"));
        int[][] test = dealer.deal(Decks.rows(TRAIN, 2 * TRAIN), streams.stream("same"));

        for (int node = 0; node < NODES; node++) {
            assertEquals(labelCounts(train[node]), labelCounts(test[node]), "node " + node);
        }
    }

    private static int[][] deal(PartitionRule rule, long seed) {
        RandomStreams streams = new RandomStreams(seed);
        Deck deck = Decks.of(TRAIN, 10);
        return rule.draw(deck, NODES, streams).deal(Decks.rows(0, TRAIN), streams.stream("deal"));
    }

    private static int[] together(int[][] hands) {
        return Arrays.stream(hands).flatMapToInt(Arrays::stream).sorted().toArray();
    }

    private static List<Long> labelCounts(int[] rows) {
        Long[] counts = new Long[10];
        Arrays.setAll(
                counts, label -> Arrays.stream(rows).filter(row -> row % 10 == label).count());
        return List.of(counts);
    }
}
