package federarium.scenario;

import org.jspecify.annotations.Nullable;

/**
 * Which noise protects whom, and how much of it.
 *
 * @param clipping how long an update, or the gradient of a row, may be: C
 * @param noiseMultiplier σ: the noise has the deviation σ·C in every coordinate
 * @param delta δ, the chance with which the promise may fail
 * @param budget the ε from which on a node sits out, or null for none
 * @param accountant how ε is reckoned
 */
public record Privacy(
        Mechanism mechanism,
        Clipping clipping,
        double noiseMultiplier,
        double delta,
        @Nullable Double budget,
        Accountant accountant) {
    public static final Privacy NONE =
            new Privacy(Mechanism.NONE, new Clipping(1, null), 0, 1e-5, null, Accountant.RDP);

    /** Who adds the noise, to what. */
    public enum Mechanism {
        /** Nobody. */
        NONE("none"),

        /** The coordinator, once, to the sum of the clipped updates. */
        CENTRAL("central"),

        /** Every node, to its own clipped update. */
        LOCAL("local"),

        /** Every node a share of it, to its clipped update, before masks hide that in a sum. */
        DISTRIBUTED("distributed"),

        /** Every node, in each of its steps, to the sum of its rows' clipped gradients. */
        DP_SGD("dpSgd");

        private final String word;

        Mechanism(String word) {
            this.word = word;
        }

        /** As it is written in a scenario. */
        public String word() {
            return word;
        }

        /** Whether it is the sum of the updates that is noised. */
        public boolean coversTheSum() {
            return this == CENTRAL || this == DISTRIBUTED;
        }

        /** What the promise is about: whether one of these took part. */
        public Unit unit() {
            return this == DP_SGD ? Unit.RECORD : Unit.CLIENT;
        }
    }

    /** Whose taking part is hidden. */
    public enum Unit {
        RECORD,
        CLIENT
    }

    /** Rényi differential privacy, or the distribution of the privacy loss. */
    public enum Accountant {
        RDP,
        PLD
    }

    /**
     * C, and how it follows the updates' norms, where it does.
     *
     * @param norm C, in the first round where it is adaptive
     */
    public record Clipping(double norm, @Nullable Adaptive adaptive) {}

    /**
     * C is moved towards a quantile of the norms, which is itself measured with noise: Andrew et
     * al., "Differentially private learning with adaptive clipping", NeurIPS 2021.
     *
     * @param quantile γ, the share of updates that C should leave whole
     * @param rate η by which it moves
     */
    public record Adaptive(double quantile, double rate) {}

    /** σ_b = m ÷ 20, the deviation of the noise on a count of m clients, as the paper has it. */
    public static double countNoise(double expected) {
        return expected / 20;
    }

    public boolean isNone() {
        return mechanism == Mechanism.NONE;
    }
}
