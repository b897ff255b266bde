package federarium.model.dl4j;

import federarium.model.Batch;
import federarium.model.LocalModel;
import federarium.update.Weights;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A Deeplearning4j network trained by plain SGD: y ← y − η ∇, where ∇ is the mean gradient.
 *
 * <p>The same parameters and batches give the same bits, whatever the number of threads, on
 * machines with the same vector instructions. Not for two threads at once: give each worker its
 * own. Buffers grow with the largest batch seen.
 */
final class NetworkModel implements LocalModel {
    private final MultiLayerNetwork network;
    private final ParameterOrder order;
    private final int inputs;
    private final int classes;
    private final FloatPointer parameters;
    private final FloatPointer gradients;
    private final NativeBatch nativeBatch;
    private final float[] flat;

    /** A model with all parameters zero. */
    NetworkModel(
            MultiLayerConfiguration configuration, ParameterOrder order, int inputs, int classes) {
        this.order = order;
        this.inputs = inputs;
        this.classes = classes;
        network = new MultiLayerNetwork(configuration);
        network.init(Nd4j.create(1, order.parameters()), false);
        network.initGradientsView();
        parameters = (FloatPointer) network.params().data().pointer();
        gradients = (FloatPointer) network.getFlattenedGradients().data().pointer();
        nativeBatch = new NativeBatch(inputs, classes);
        flat = new float[order.parameters()];
    }

    @Override
    public int parameters() {
        return flat.length;
    }

    @Override
    public void load(Weights source) {
        checkParameters("load from", source.size());
        order.toDl4j(source.toArray(), flat);
        parameters.put(flat, 0, flat.length);
    }

    @Override
    public void store(float[] target) {
        checkParameters("store into", target.length);
        parameters.get(flat, 0, flat.length);
        order.toCanonical(flat, target);
    }

    @Override
    public double step(Batch batch, float learningRate) {
        double loss = sumGradients(batch);
        Nd4j.getBlasWrapper()
                .level1()
                .axpy(
                        flat.length,
                        -learningRate / batch.size(),
                        network.getFlattenedGradients(),
                        network.params());
        return loss;
    }

    @Override
    public double gradient(Batch batch, float scale, float[] target) {
        checkParameters("add a gradient to", target.length);
        double loss = sumGradients(batch);
        gradients.get(flat, 0, flat.length);
        order.addToCanonical(flat, scale / batch.size(), target);
        return loss;
    }

    @Override
    public void move(float scale, float[] direction) {
        checkParameters("move by", direction.length);
        parameters.get(flat, 0, flat.length);
        order.addToDl4j(direction, scale, flat);
        parameters.put(flat, 0, flat.length);
    }

    @Override
    public void predict(Batch batch, float[] probabilities) {
        batch.requireWidth(inputs);
        int length = batch.size() * classes;
        if (probabilities.length < length) {
            throw new IllegalArgumentException(
                    "%d rows of %d probabilities don't fit into an array of %d"
                            .formatted(batch.size(), classes, probabilities.length));
        }
        if (batch.size() > 0) {
            Dl4j.useOneThread();
            try (INDArray rows = network.output(nativeBatch.features(batch), false).dup('c')) {
                ((FloatPointer) rows.data().pointer()).get(probabilities, 0, length);
            }
        }
    }

    /** Leaves the sum of the rows' gradients in the network; returns their mean loss. */
    private double sumGradients(Batch batch) {
        batch.requireWidth(inputs);
        batch.requireLabels(classes);
        Dl4j.useOneThread();
        network.setInput(nativeBatch.features(batch));
        network.setLabels(nativeBatch.labels(batch));
        network.computeGradientAndScore();
        return network.score();
    }

    private void checkParameters(String doing, int length) {
        if (length != flat.length) {
            throw new IllegalArgumentException(
                    "Can't %s %d numbers: the model has %d parameters"
                            .formatted(doing, length, flat.length));
        }
    }
}
