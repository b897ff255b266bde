package federarium.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
    private static final RandomStreams STREAMS = new RandomStreams(1);

    /** Kept runs can only go on with the same bits while these stay. */
    @Test
    void keepsTheDrawsThatKeptRunsWereMadeWith() {
        assertEquals(0xd681fa0f8347b78dL, STREAMS.stream("cohort", 3).nextLong());
        assertEquals(0x76c1fff6e8b48c07L, STREAMS.stream("rows", 3, 7).nextLong());
    }

    @Test
    void drawTheSameWhateverWasDrawnElsewhereBefore() {
        long alone = new RandomStreams(1).stream("rows", 2, 5).nextLong();
        RandomStreams busy = new RandomStreams(1);
        busy.stream("rows", 2, 6).nextGaussian();
        busy.stream("cohort", 2).nextLong();
        busy.stream("rows", 2, 5).nextLong();

        assertEquals(alone, busy.stream("rows", 2, 5).nextLong());
    }

    @Test
    void differByEveryPartOfTheirName() {
        long first = STREAMS.stream("rows", 2, 5).nextLong();

        assertNotEquals(first, new RandomStreams(2).stream("rows", 2, 5).nextLong(), "seed");
        assertNotEquals(first, STREAMS.stream("row", 2, 5).nextLong(), "purpose");
        assertNotEquals(first, STREAMS.stream("rows", 3, 5).nextLong(), "round");
        assertNotEquals(first, STREAMS.stream("rows", 2, 6).nextLong(), "client");
        assertNotEquals(first, STREAMS.stream("rows", 5, 2).nextLong(), "round and client");
    }

    @Test
    void areAllDifferentForAThousandClientsInFiftyRounds() {
        Set<Long> firsts = new HashSet<>();
        for (int round = 1; round <= 50; round++) {
            for (int client = 0; client < 1000; client++) {
                firsts.add(STREAMS.stream("rows", round, client).nextLong());
            }
        }
        assertEquals(50_000, firsts.size());
    }

    @Test
    void areNamedByRoundAndClientZeroWhereThereIsNone() {
        long named = STREAMS.stream("initial model", 0, 0).nextLong();

        assertEquals(named, STREAMS.stream("initial model").nextLong());
        assertEquals(named, STREAMS.stream("initial model", 0).nextLong());
    }
}
