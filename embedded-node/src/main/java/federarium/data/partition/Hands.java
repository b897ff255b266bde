package federarium.data.partition;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What each node has been dealt so far. */
final class Hands {
    private final IntStream.Builder[] hands;

    Hands(int nodes) {
        hands = new IntStream.Builder[nodes];
        Arrays.setAll(hands, _ -> IntStream.builder());
    }

    void give(int node, int... rows) {
        for (int row : rows) {
            hands[node].add(row);
        }
    }

    int[][] rows() {
        return Arrays.stream(hands).map(hand -> hand.build().toArray()).toArray(int[][]::new);
    }
}
