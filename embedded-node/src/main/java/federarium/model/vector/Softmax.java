package federarium.model.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** Softmax with cross-entropy: p = exp(z - max) / Σ exp(z - max), loss -log p[label]. */
final class Softmax {
    private Softmax() {}

    /**
     * Writes the probabilities of one padded row of logits.
     *
     * @param logits z at [at, at + classes), room for the padding behind
     * @param target p from the same position on; its padding is set to 0
     * @return log Σ exp z, so that the loss is this minus z[label]
     */
    static double row(float[] logits, int at, int classes, float[] target) {
        float max = logits[at];
        for (int c = 1; c < classes; c++) {
            max = Math.max(max, logits[at + c]);
        }
        int end = at + Lanes.padded(classes);
        for (int i = at; i < end; i += Lanes.COUNT) {
            FloatVector z = FloatVector.fromArray(Lanes.SPECIES, logits, i);
            Exponential.exp(z.sub(max)).intoArray(target, i);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += target[at + c];
        }
        for (int c = 0; c < classes; c++) {
            target[at + c] = (float) (target[at + c] / sum);
        }
        Arrays.fill(target, at + classes, end, 0f);
        return max + StrictMath.log(sum);
    }

    /** Turns a layer's logits into δ = p - onehot(label); returns the mean loss. */
    static double backward(DenseLayer layer, int classes, int[] labels, int size) {
        layer.delta.shape(size, classes);
        float[] logits = layer.results.values();
        float[] delta = layer.delta.values();
        double loss = 0;
        for (int row = 0; row < size; row++) {
            int at = layer.delta.offset(row);
            int label = at + labels[row];
            loss += row(logits, at, classes, delta) - logits[label];
            delta[label] -= 1f;
        }
        return loss / size;
    }
}
