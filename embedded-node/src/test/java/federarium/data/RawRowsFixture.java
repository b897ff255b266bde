package federarium.data;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Small sources for tests: one feature that counts the rows, classes and clients as told. */
final class RawRowsFixture {
    private RawRowsFixture() {}

    static RawRows labelled(int... labels) {
        return owned(labels, new int[labels.length]);
    }

    static RawRows owned(int[] labels, int[] owners) {
        float[] features = new float[labels.length];
        for (int row = 0; row < features.length; row++) {
            features[row] = row;
        }
        return new RawRows(
                features, labels, List.of("row"), names(labels), null, owners, names(owners));
    }

    static RawRows withFeatures(int width, float... features) {
        return new RawRows(
                features,
                new int[features.length / width],
                Collections.nCopies(width, "x"),
                List.of("a"),
                null,
                new int[0],
                List.of());
    }

    static RawRows withTestRows(boolean... test) {
        int[] labels = new int[test.length];
        return new RawRows(
                new float[test.length],
                labels,
                List.of("x"),
                List.of("a"),
                test,
                labels,
                List.of());
    }

    private static List<String> names(int[] codes) {
        int count = IntStream.of(codes).max().orElse(0) + 1;
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
