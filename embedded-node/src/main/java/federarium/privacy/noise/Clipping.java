package federarium.privacy.noise;

import federarium.update.Weights;

/**
 * Scales a vector down so that its Euclidean norm is at most C: x · min(1, C/‖x‖) (Abadi et al.,
 * CCS 2016). Values are rounded towards zero, so the result's norm, in double precision, is never
 * above C.
 *
 * @param norm C; infinite where nothing is clipped
 */
public record Clipping(double norm) {
    /**
     * @throws IllegalArgumentException if norm is not above 0
     */
    public Clipping {
        if (!(norm > 0)) {
            throw new IllegalArgumentException("clip norm " + norm + "; allowed: above 0");
        }
    }

    /**
     * The vector, clipped where it is too long.
     *
     * @throws IllegalArgumentException if a value is not finite
     */
    public Weights clip(Weights vector) {
        double length = length(vector);
        if (!Double.isFinite(length)) {
            throw new IllegalArgumentException(
                    "an update that is not finite cannot be clipped; allowed: finite numbers");
        }
        Weights clipped = vector;
        for (double factor = norm / length; length > norm; factor = StrictMath.nextDown(factor)) {
            clipped = scaled(vector, factor);
            length = length(clipped);
        }
        return clipped;
    }

    /** Euclidean norm, summed in order in double precision, where no float's square overflows. */
    public static double length(Weights vector) {
        double sum = 0;
        for (int i = 0; i < vector.size(); i++) {
            double value = vector.get(i);
            sum += value * value;
        }
        return StrictMath.sqrt(sum);
    }

    private static Weights scaled(Weights vector, double factor) {
        float[] scaled = new float[vector.size()];
        for (int i = 0; i < scaled.length; i++) {
            double exact = vector.get(i) * factor;
            float near = (float) exact;
            boolean away = StrictMath.abs((double) near) > StrictMath.abs(exact);
            scaled[i] = away ? StrictMath.nextAfter(near, 0) : near;
        }
        return Weights.owning(scaled);
    }
}
