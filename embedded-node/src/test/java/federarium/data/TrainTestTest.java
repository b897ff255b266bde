package federarium.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.random.RandomStreams;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainTestTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void holdsOutTheSameShareOfEveryLabel(long seed) {
        // 80 rows of label 0, then 20 of label 1.
        int[] labels = IntStream.range(0, 100).map(row -> row < 80 ? 0 : 1).toArray();
        TrainTest parts =
                TrainTest.of(RawRowsFixture.labelled(labels), 0.2, false, new RandomStreams(seed));

        assertEquals(16, Arrays.stream(parts.test).filter(row -> row < 80).count());
        assertEquals(4, Arrays.stream(parts.test).filter(row -> row >= 80).count());
        assertArrayEquals(
                IntStream.range(0, 100).toArray(),
                IntStream.concat(Arrays.stream(parts.train), Arrays.stream(parts.test))
                        .sorted()
                        .toArray());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void holdsOutTheSameShareOfEveryNaturalClient(long seed) {
        int[] labels = IntStream.range(0, 100).map(row -> row % 2).toArray();
        int[] owners = IntStream.range(0, 100).map(row -> row < 60 ? 0 : 1).toArray();
        TrainTest parts =
                TrainTest.of(
                        RawRowsFixture.owned(labels, owners), 0.1, true, new RandomStreams(seed));

        assertEquals(6, Arrays.stream(parts.test).filter(row -> row < 60).count());
        assertEquals(4, Arrays.stream(parts.test).filter(row -> row >= 60).count());
    }

    @Test
    void neverTakesTheLastRowOfALabel() {
        TrainTest parts =
                TrainTest.of(RawRowsFixture.labelled(0, 1, 2, 2), 0.9, false, new RandomStreams(1));

        assertEquals(3, parts.train.length);
        assertEquals(1, parts.test.length);
    }

    @Test
    void keepsTheSourcesOwnDivision() {
        TrainTest parts =
                TrainTest.of(
                        RawRowsFixture.withTestRows(true, false, true),
                        0.5,
                        false,
                        new RandomStreams(1));

        assertArrayEquals(new int[] {1}, parts.train);
        assertArrayEquals(new int[] {0, 2}, parts.test);
    }

    @Test
    void refusesWhereOneSideIsEmpty() {
        assertEquals(
                "data.split: all 2 rows are test rows; allowed: some of each",
                refusal(RawRowsFixture.withTestRows(true, true)));
        assertEquals(
                "data.split: all 2 rows are training rows; allowed: some of each",
                refusal(RawRowsFixture.withTestRows(false, false)));
        assertEquals(
                "data.testFraction: 0.1 of 2 rows leaves none to test on; allowed: a larger share",
                refusal(RawRowsFixture.labelled(0, 1)));
    }

    private static String refusal(RawRows rows) {
        return Refusal.of(() -> TrainTest.of(rows, 0.1, false, new RandomStreams(1)));
    }
}
