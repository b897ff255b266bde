package federarium.privacy.summing;

import federarium.privacy.noise.Clipping;
import federarium.privacy.noise.DiscreteGaussian;
import federarium.privacy.noise.RandomBits;
import federarium.privacy.quantisation.Quantiser;
import federarium.privacy.quantisation.RingVector;
import federarium.privacy.quantisation.Rounding;
import federarium.update.Weights;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How nodes turn their updates into vectors over Z₂³² whose sum is of use: all agree on it before a
 * round.
 *
 * @param parameters d, of an update
 * @param mostExamples the most that a node may weigh by; 1 where all weigh the same
 * @param limit how long an update may be, where noise is to hide it in the sum
 */
public record SumEncoding(
        int parameters, Quantiser quantiser, long mostExamples, @Nullable Limit limit) {
    private static final int LEVELS = 1 << 22;

    /**
     * A node's part in a sum that is noised.
     *
     * @param clipNorm C
     * @param counted whether one more value tells if the update was short enough
     * @param noise that the node adds itself, or null where the coordinator does
     */
    public record Limit(double clipNorm, boolean counted, @Nullable NoiseShare noise) {}

    /** The mean by examples; an update's values lie within ±8. */
    public static SumEncoding byExamples(int parameters, long mostExamples) {
        return new SumEncoding(parameters, Quantiser.STANDARD, mostExamples, null);
    }

    /** A sum of updates that are cut to C, none of whose values is then above it. */
    public static SumEncoding clipped(int parameters, Limit limit) {
        return new SumEncoding(parameters, new Quantiser(LEVELS, limit.clipNorm()), 1, limit);
    }

    /** How far one node can move the sum, in levels: C. */
    public static double sensitivity() {
        return LEVELS / 2.0;
    }

    /** Values of a vector: the update's, the factor it weighs by, and whether it was short. */
    public int coordinates() {
        return parameters + (limit != null && limit.counted() ? 2 : 1);
    }

    /**
     * A node's vector.
     *
     * <p>Rounding to levels of s moves a vector by √d s/2 at most, so that it is cut to C − √d s/2
     * before: what leaves is never longer than C.
     *
     * @param update finite, of d values
     * @param bits what noise is drawn from
     */
    public RingVector encode(Weights update, long examples, RandomBits bits) {
        if (limit == null) {
            return quantiser.encode(update, examples, mostExamples, Rounding.nearest()).values();
        }
        double inside = limit.clipNorm() - StrictMath.sqrt(parameters) * quantiser.step() / 2;
        Weights cut = new Clipping(inside).clip(update);
        int[] plain = quantiser.encode(cut, 1, 1, Rounding.nearest()).values().toArray();
        int[] coded = Arrays.copyOf(plain, coordinates());
        if (limit.noise() != null && limit.noise().variance() > 0) {
            DiscreteGaussian gaussian = new DiscreteGaussian(limit.noise().variance(), 1);
            for (int i = 0; i < parameters; i++) {
                coded[i] += (int) gaussian.next(bits);
            }
        }
        if (limit.counted()) {
            coded[parameters + 1] = Clipping.length(update) <= limit.clipNorm() ? 1 : -1;
        }
        return RingVector.owning(coded);
    }

    /** The mean Σ w_k Δ_k ÷ Σ w_k of the updates in a sum. */
    public Weights mean(RingVector sum) {
        return quantiser.mean(sum);
    }

    /** The sum of what was cut, with the noise that nodes put in. */
    public Weights total(RingVector sum) {
        float[] total = new float[parameters];
        for (int i = 0; i < parameters; i++) {
            total[i] = (float) (sum.get(i) * quantiser.step());
        }
        return Weights.owning(total);
    }

    /** The sum of ½ for every update that was short enough and −½ for every other. */
    public double whole(RingVector sum) {
        return limit != null && limit.counted() ? sum.get(parameters + 1) / 2.0 : 0;
    }
}
