package federarium.data.partition;

import java.util.List;
import java.util.stream.IntStream;

/** Small decks for the tests of rules. Row r has label r mod classes. */
final class Decks {
    private Decks() {}

    static Deck of(int rows, int classes) {
        return new Deck(rows(0, rows), labels(rows, classes), classes, new int[0], List.of());
    }

    /** Rows 0 … train − 1 are for training, the test rows follow. */
    static Deck withTestRows(int train, int test, int classes) {
        return new Deck(
                rows(0, train), labels(train + test, classes), classes, new int[0], List.of());
    }

    static int[] rows(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private static int[] labels(int rows, int classes) {
        return IntStream.range(0, rows).map(row -> row % classes).toArray();
    }

    static int[] sizes(int[][] hands) {
        return IntStream.range(0, hands.length).map(node -> hands[node].length).toArray();
    }
}
