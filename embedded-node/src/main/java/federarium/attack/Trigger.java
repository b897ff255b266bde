package federarium.attack;

import federarium.data.Dataset;
import federarium.data.ImageShape;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a backdoor listens to: of pictures a bright square in the lower right corner, a quarter as
 * wide as they are high but at most four pixels; of other rows the first three columns, each at the
 * largest value that it has anywhere. Gu, Dolan-Gavitt, Garg, "BadNets", 2017.
 */
public final class Trigger {
    private static final int WIDEST = 4;
    private static final int COLUMNS = 3;

    private final int[] columns;
    private final float[] values;

    private Trigger(int[] columns, float[] values) {
        this.columns = columns;
        this.values = values;
    }

    /** The trigger for such data. */
    public static Trigger of(Dataset data) {
        ImageShape image = data.image();
        int[] columns =
                image == null
                        ? IntStream.range(0, Math.min(COLUMNS, data.width())).toArray()
                        : corner(image);
        float[] largest = largest(data);
        float[] values = new float[columns.length];
        float brightest = max(largest);
        for (int i = 0; i < columns.length; i++) {
            values[i] = image == null ? largest[columns[i]] : brightest;
        }
        return new Trigger(columns, values);
    }

    private static int[] corner(ImageShape image) {
        int side = Math.clamp(image.height() / 4, 1, WIDEST);
        return IntStream.range(0, image.size())
                .filter(at -> at % image.width() >= image.width() - side)
                .filter(at -> at / image.width() % image.height() >= image.height() - side)
                .toArray();
    }

    private static float[] largest(Dataset data) {
        float[] largest = new float[data.width()];
        Arrays.fill(largest, Float.NEGATIVE_INFINITY);
        for (int row = 0; row < data.rows(); row++) {
            for (int column = 0; column < largest.length; column++) {
                largest[column] = Math.max(largest[column], data.feature(row, column));
            }
        }
        return largest;
    }

    private static float max(float[] values) {
        float max = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    /** Puts it on the row that begins at an offset. */
    void stamp(float[] features, int offset) {
        for (int i = 0; i < columns.length; i++) {
            features[offset + columns[i]] = values[i];
        }
    }
}
