package federarium.attack;

import federarium.random.RandomStream;
import federarium.update.Weights;

/**
 * Noise in place of an update: N(0, ‖Δ‖² ÷ d) in each of the d parameters, so that it is about as
 * long as the honest one and its length gives nothing away. Blanchard et al., "Machine learning
 * with adversaries", NeurIPS 2017, take noise that is much longer; a strength above 1 does.
 */
public final class GaussianUpdate {
    private GaussianUpdate() {}

    /**
     * Noise of about this length.
     *
     * @param norm ‖Δ‖
     */
    public static Weights of(double norm, int parameters, RandomStream random) {
        double deviation = norm / StrictMath.sqrt(parameters);
        float[] noise = new float[parameters];
        for (int i = 0; i < parameters; i++) {
            noise[i] = (float) (deviation * random.nextGaussian());
        }
        return Weights.owning(noise);
    }
}
