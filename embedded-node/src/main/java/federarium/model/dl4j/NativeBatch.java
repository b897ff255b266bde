package federarium.model.dl4j;

import federarium.model.Batch;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A batch copied to where ND4J can read it; grows with the largest batch seen. */
final class NativeBatch {
    private final Rows features;
    private final Rows labels;
    private float[] oneHot = {};

    NativeBatch(int inputs, int classes) {
        features = new Rows(inputs);
        labels = new Rows(classes);
    }

    INDArray features(Batch batch) {
        return features.hold(batch.features(), batch.size());
    }

    /** One row a label, 1 where it is and 0 elsewhere. */
    INDArray labels(Batch batch) {
        int classes = labels.width;
        int length = batch.size() * classes;
        if (oneHot.length < length) {
            oneHot = new float[length];
        }
        Arrays.fill(oneHot, 0, length, 0);
        for (int row = 0; row < batch.size(); row++) {
            oneHot[row * classes + batch.labels()[row]] = 1;
        }
        return labels.hold(oneHot, batch.size());
    }

    private static final class Rows {
        private final int width;
        private INDArray all;
        private INDArray held;

        Rows(int width) {
            this.width = width;
            all = Nd4j.create(1, width);
            held = all;
        }

        INDArray hold(float[] values, int size) {
            if (size > all.rows()) {
                all = Nd4j.create(size, width);
                held = all;
            } else if (size != held.rows()) {
                held = all.get(NDArrayIndex.interval(0, size), NDArrayIndex.all());
            }
            ((FloatPointer) all.data().pointer()).put(values, 0, size * width);
            return held;
        }
    }
}
