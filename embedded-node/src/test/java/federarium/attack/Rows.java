package federarium.attack;

import federarium.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows to poison, and what became of them. */
final class Rows {
    /** Labelled 0, 1, 2, 0; in each the values rise from row to row, the last column's falls. */
    static final Dataset FOUR =
            Dataset.of(
                    List.of("w", "x", "y", "z"),
                    List.of("low", "middle", "high"),
                    new int[] {0, 1, 2, 0},
                    new float[] {1, 10, 100, 9},
                    new float[] {2, 20, 200, 8},
                    new float[] {3, 30, 300, 7},
                    new float[] {4, 40, 400, 6});

    private Rows() {}

    static int[] all(Dataset data) {
        return IntStream.range(0, data.rows()).toArray();
    }

    static List<Integer> labels(Dataset data) {
        return Arrays.stream(all(data)).map(data::label).boxed().toList();
    }

    static List<Float> row(Dataset data, int row) {
        return IntStream.range(0, data.width())
                .mapToObj(column -> data.feature(row, column))
                .toList();
    }
}
