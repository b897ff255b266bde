package federarium.model.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The nonlinearity of the hidden layers. */
public enum Activation {
    /** max(0, z); its slope at 0 is 0. */
    RELU {
        @Override
        FloatVector of(FloatVector z) {
            return z.max(0f);
        }

        @Override
        FloatVector timesSlope(FloatVector delta, FloatVector output) {
            return delta.blend(0f, output.compare(VectorOperators.LE, 0f));
        }
    },

    /** tanh z, with slope 1 - tanh² z. */
    TANH {
        @Override
        FloatVector of(FloatVector z) {
            return Exponential.tanh(z);
        }

        @Override
        FloatVector timesSlope(FloatVector delta, FloatVector output) {
            return output.neg().fma(output, output.broadcast(1f)).mul(delta);
        }
    };

    abstract FloatVector of(FloatVector z);

    /** delta · f'(z), from the output f(z). */
    abstract FloatVector timesSlope(FloatVector delta, FloatVector output);

    void apply(float[] values, int length) {
        for (int i = 0; i < length; i += Lanes.COUNT) {
            of(FloatVector.fromArray(Lanes.SPECIES, values, i)).intoArray(values, i);
        }
    }

    void multiplyBySlope(float[] delta, float[] outputs, int length) {
        for (int i = 0; i < length; i += Lanes.COUNT) {
            FloatVector output = FloatVector.fromArray(Lanes.SPECIES, outputs, i);
            FloatVector d = FloatVector.fromArray(Lanes.SPECIES, delta, i);
            timesSlope(d, output).intoArray(delta, i);
        }
    }
}
