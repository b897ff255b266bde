package federarium.model;

/** By how much a vector is shortened so that its norm is C at most. */
public final class Clip {
    /** What rounding to float32 may add to a norm is taken off beforehand. */
    private static final double MARGIN = 1 - 0x1p-20;

    private Clip() {}

    /**
     * min(1, C ÷ ‖g‖₂), a little less where it is below 1; not a number where the norm is not.
     *
     * @param square ‖g‖₂²
     * @param clipNorm C
     */
    public static float factor(double square, double clipNorm) {
        double norm = StrictMath.sqrt(square);
        return norm <= clipNorm ? 1 : (float) (clipNorm / norm * MARGIN);
    }
}
