package federarium.data;

import java.util.List;
import java.util.stream.IntStream;

/** Small pictures written out, to test with. */
public final class Pictures {
    private Pictures() {}

    /** Pictures of that shape, labelled yes, which is class 1, or no. */
    public static Dataset of(ImageShape shape, int[] labels, float... pixels) {
        List<String> columns =
                IntStream.range(0, shape.size()).mapToObj(pixel -> "pixel " + pixel).toList();
        return new Dataset(pixels, labels, columns, List.of("no", "yes"), shape);
    }
}
