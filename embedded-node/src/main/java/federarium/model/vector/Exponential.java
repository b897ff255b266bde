package federarium.model.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * exp and tanh, with the same bits in every lane of every machine.
 *
 * <p>x = n·ln 2 + r with |r| ≤ ln 2 / 2, then e^x = 2^n · (1 + q(r)), where q is the Taylor
 * polynomial of e^r - 1 to degree 7 and the scaling by 2^n is exact. The intrinsics behind Math.exp
 * and VectorOperators.EXP promise no bits.
 */
final class Exponential {
    /** Adding 1.5 · 2^23 leaves the nearest integer in the low bits of a float. */
    private static final float ROUNDER = 0x1.8p23f;

    private static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);
    private static final float LOG2_E = 0x1.715476p0f;
    private static final float LN2_HIGH = 0x1.62e43p-1f;
    private static final float LN2_LOW = (float) (0x1.62e42fefa39efp-1 - LN2_HIGH);

    /** Below this e^x rounds to 0, above {@link #HIGHEST} to infinity. */
    private static final float LOWEST = -104f;

    private static final float HIGHEST = 89f;

    /** From here on tanh rounds to ±1. */
    private static final float TANH_SATURATES = 10f;

    private Exponential() {}

    /**
     * e^x within one and a half units in the last place; 0 and infinity at the ends, NaN for NaN.
     */
    static FloatVector exp(FloatVector x) {
        FloatVector bounded = x.max(LOWEST).min(HIGHEST);
        FloatVector shifted = bounded.mul(LOG2_E).add(ROUNDER);
        IntVector n = shifted.reinterpretAsInts().sub(ROUNDER_BITS);
        FloatVector mantissa = polynomial(remainder(bounded, shifted)).add(1f);
        IntVector half = n.lanewise(VectorOperators.ASHR, 1);
        // 2^n itself may lie outside the normal range, its two halves do not.
        return mantissa.mul(powerOfTwo(half)).mul(powerOfTwo(n.sub(half)));
    }

    /** tanh x = (e^2x - 1) / (e^2x + 1), from e^2x - 1 so that small x keep their precision. */
    static FloatVector tanh(FloatVector x) {
        FloatVector bounded = x.max(-TANH_SATURATES).min(TANH_SATURATES).mul(2f);
        FloatVector shifted = bounded.mul(LOG2_E).add(ROUNDER);
        IntVector n = shifted.reinterpretAsInts().sub(ROUNDER_BITS);
        FloatVector power = powerOfTwo(n);
        FloatVector q = polynomial(remainder(bounded, shifted));
        FloatVector lessOne = q.fma(power, power.sub(1f));
        return lessOne.div(lessOne.add(2f));
    }

    private static FloatVector remainder(FloatVector x, FloatVector shifted) {
        FloatVector minusN = shifted.sub(ROUNDER).neg();
        FloatVector high = minusN.fma(x.broadcast(LN2_HIGH), x);
        return minusN.fma(x.broadcast(LN2_LOW), high);
    }

    /** e^r - 1 = r + r² (1/2! + r/3! + … + r⁵/7!). */
    private static FloatVector polynomial(FloatVector r) {
        FloatVector p = r.broadcast(1f / 5040);
        p = p.fma(r, r.broadcast(1f / 720));
        p = p.fma(r, r.broadcast(1f / 120));
        p = p.fma(r, r.broadcast(1f / 24));
        p = p.fma(r, r.broadcast(1f / 6));
        p = p.fma(r, r.broadcast(1f / 2));
        return p.mul(r).fma(r, r);
    }

    private static FloatVector powerOfTwo(IntVector n) {
        return n.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    }
}
