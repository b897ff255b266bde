package federarium.model.dl4j;

import federarium.model.DenseShape;
import java.util.Arrays;

/** Where each of Deeplearning4j's flat parameters stands in the canonical vector. */
final class ParameterOrder {
    private final int[] canonical;

    private ParameterOrder(int[] canonical) {
        this.canonical = canonical;
    }

    /** Deeplearning4j's own order is the canonical one. */
    static ParameterOrder same(int parameters) {
        int[] canonical = new int[parameters];
        Arrays.setAll(canonical, i -> i);
        return new ParameterOrder(canonical);
    }

    /** Deeplearning4j keeps W column by column: the inputs of one unit stand together. */
    static ParameterOrder dense(DenseShape shape) {
        int[] canonical = new int[shape.parameters()];
        int next = 0;
        for (int layer = 0; layer < shape.layers(); layer++) {
            int inputs = shape.inputs(layer);
            int outputs = shape.outputs(layer);
            int first = next;
            for (int output = 0; output < outputs; output++) {
                for (int input = 0; input < inputs; input++) {
                    canonical[next++] = first + input * outputs + output;
                }
            }
            for (int output = 0; output < outputs; output++, next++) {
                canonical[next] = next;
            }
        }
        return new ParameterOrder(canonical);
    }

    int parameters() {
        return canonical.length;
    }

    void toDl4j(float[] source, float[] target) {
        for (int i = 0; i < canonical.length; i++) {
            target[i] = source[canonical[i]];
        }
    }

    void toCanonical(float[] source, float[] target) {
        for (int i = 0; i < canonical.length; i++) {
            target[canonical[i]] = source[i];
        }
    }

    /** target += scale · source, each in its own order. */
    void addToDl4j(float[] source, float scale, float[] target) {
        for (int i = 0; i < canonical.length; i++) {
            target[i] += scale * source[canonical[i]];
        }
    }

    /** target += scale · source, each in its own order. */
    void addToCanonical(float[] source, float scale, float[] target) {
        for (int i = 0; i < canonical.length; i++) {
            target[canonical[i]] += scale * source[i];
        }
    }
}
