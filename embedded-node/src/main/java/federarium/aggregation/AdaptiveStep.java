package federarium.aggregation;

import federarium.update.Weights;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the adaptive server optimisers share (Reddi et al., "Adaptive federated optimization", ICLR
 * 2021, algorithm 2): with Δ = Σ p_k Δ_k,
 *
 * <p>m ← β₁ m + (1 − β₁) Δ, v ← next(v, Δ²), x ← x + η m ÷ (√v + τ), from m = 0 and v = τ².
 *
 * <p>As in the paper, nothing corrects the bias of m and v towards where they began.
 *
 * @param rate η
 * @param beta1 β₁
 * @param tau τ, the degree of adaptivity
 */
record AdaptiveStep(double rate, double beta1, double tau) {
    private static final String FIRST = "m";
    private static final String SECOND = "v";

    /** How an optimiser moves v on, given Δ². */
    interface SecondMoment {
        double next(double v, double squared);
    }

    Aggregate take(Gathered gathered, SecondMoment second) {
        double[] shares = gathered.sharesOfExamples();
        float[] step = WeightedSum.of(gathered.updates(), shares);
        float[] m = vector(gathered.carried().get(FIRST), step.length, 0);
        float[] v = vector(gathered.carried().get(SECOND), step.length, tau * tau);
        for (int i = 0; i < step.length; i++) {
            double delta = step[i];
            double first = beta1 * m[i] + (1 - beta1) * delta;
            double next = second.next(v[i], delta * delta);
            m[i] = (float) first;
            v[i] = (float) next;
            step[i] = (float) (first / (Math.sqrt(next) + tau));
        }
        Carried carried = Carried.of(FIRST, m).with(SECOND, v);
        return gathered.moved(step, rate, carried, gathered.weighted(shares));
    }

    private static float[] vector(@Nullable Weights carried, int size, double start) {
        if (carried != null) {
            return carried.toArray();
        }
        float[] fresh = new float[size];
        Arrays.fill(fresh, (float) start);
        return fresh;
    }
}
