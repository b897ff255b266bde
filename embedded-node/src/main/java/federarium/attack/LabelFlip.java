package federarium.attack;

import federarium.data.Dataset;
import java.util.function.IntUnaryOperator;

/**
 * False labels: what is learned from them pulls the model away from the truth. Biggio, Nelson,
 * Laskov, "Support vector machines under adversarial label noise", ACML 2011; Tolpegin et al.,
 * "Data poisoning attacks against federated learning systems", ESORICS 2020.
 */
public final class LabelFlip {
    private LabelFlip() {}

    /** Each class c as C − 1 − c: the first as the last one. */
    public static IntUnaryOperator mirrored(int classes) {
        return label -> classes - 1 - label;
    }

    /** One class as another, and all others as they are. */
    public static IntUnaryOperator of(int one, int as) {
        return label -> label == one ? as : label;
    }

    /** These rows of the data, in their order, under false labels. */
    public static Dataset poisoned(Dataset data, int[] rows, IntUnaryOperator flip) {
        float[] features = new float[rows.length * data.width()];
        int[] labels = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            data.copyRow(rows[i], features, i * data.width());
            labels[i] = flip.applyAsInt(data.label(rows[i]));
        }
        return data.with(features, labels);
    }
}
