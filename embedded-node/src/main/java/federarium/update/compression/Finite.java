package federarium.update.compression;

import federarium.update.Weights;

/** Only finite vectors are compressed: one NaN would spread over all values by their scale. */
final class Finite {
    private Finite() {}

    static float[] valuesOf(Weights vector) {
        float[] values = vector.toArray();
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "value %d of %d is %s; allowed: finite numbers"
                                .formatted(i, values.length, values[i]));
            }
        }
        return values;
    }
}
