package federarium.client;

import federarium.scenario.Training.Optimizer;
import org.jspecify.annotations.Nullable;

/** What an optimizer makes of the gradients of one training, one after the other. */
interface Direction {

    /** Turns a gradient into what the step follows, in place. */
    void turn(float[] gradient);

    /** The optimizer's; null for plain steps, which follow the gradient. */
    static @Nullable Direction of(Optimizer optimizer, int size) {
        return switch (optimizer) {
            case Optimizer.Sgd _ -> null;
            case Optimizer.Momentum(double beta) ->
                    beta == 0 ? null : new Momentum((float) beta, size);
            case Optimizer.Adam _ -> new Adam(size);
        };
    }

    /** m ← βm + g. */
    final class Momentum implements Direction {
        private final float beta;
        private final float[] m;

        Momentum(float beta, int size) {
            this.beta = beta;
            m = new float[size];
        }

        @Override
        public void turn(float[] gradient) {
            for (int i = 0; i < m.length; i++) {
                m[i] = beta * m[i] + gradient[i];
                gradient[i] = m[i];
            }
        }
    }

    /**
     * m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², and m ÷ (1 − β₁ᵗ) ÷ (√(v ÷ (1 − β₂ᵗ)) + ε) in step
     * t. Kingma, Ba, "Adam: a method for stochastic optimization", ICLR 2015.
     */
    final class Adam implements Direction {
        private static final float BETA1 = .9f;
        private static final float BETA2 = .999f;
        private static final float EPSILON = 1e-8f;

        private final float[] m;
        private final float[] v;
        private double left1 = 1;
        private double left2 = 1;

        Adam(int size) {
            m = new float[size];
            v = new float[size];
        }

        @Override
        public void turn(float[] gradient) {
            left1 *= BETA1;
            left2 *= BETA2;
            float scale1 = (float) (1 / (1 - left1));
            float scale2 = (float) (1 / (1 - left2));
            for (int i = 0; i < m.length; i++) {
                float g = gradient[i];
                m[i] = BETA1 * m[i] + (1 - BETA1) * g;
                v[i] = BETA2 * v[i] + (1 - BETA2) * g * g;
                gradient[i] = scale1 * m[i] / ((float) Math.sqrt(scale2 * v[i]) + EPSILON);
            }
        }
    }
}
