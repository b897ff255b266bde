package federarium.model.dl4j;

import federarium.scenario.BadInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossSparseMCXENT;

/** Says of a saved network, in one sentence, why it can't be trained here; else nothing. */
final class Importable {
    /** All their parameters follow their gradient, and nothing in them is drawn at random. */
    private static final Set<Class<? extends Layer>> LAYERS =
            Set.of(
                    DenseLayer.class,
                    ConvolutionLayer.class,
                    SubsamplingLayer.class,
                    GlobalPoolingLayer.class,
                    ZeroPaddingLayer.class,
                    ActivationLayer.class,
                    OutputLayer.class);

    private final Path file;
    private final MultiLayerConfiguration configuration;
    private final List<Layer> layers;

    private Importable(Path file, MultiLayerConfiguration configuration) {
        this.file = file;
        this.configuration = configuration;
        layers = configuration.getConfs().stream().map(NeuralNetConfiguration::getLayer).toList();
    }

    /**
     * Checks a network against the data it is to learn.
     *
     * @throws BadInputException if it takes other inputs or gives other classes, draws at random,
     *     or is no softmax classifier of the layers that are allowed
     */
    static void check(Path file, MultiLayerConfiguration configuration, int inputs, int classes) {
        Importable network = new Importable(file, configuration);
        for (int i = 0; i < network.layers.size(); i++) {
            network.checkLayer(i, network.layers.get(i));
        }
        network.checkOutput(classes);
        network.checkInputs(inputs);
    }

    private void checkLayer(int index, Layer layer) {
        if (isRandom(layer)) {
            throw problem(
                    "has dropout or other noise in layer %d, whose bits would depend on the threads"
                            .formatted(index),
                    "a network without");
        }
        if (!LAYERS.contains(layer.getClass())) {
            throw problem(
                    "has a %s as layer %d".formatted(layer.getClass().getSimpleName(), index),
                    "dense, convolution, pooling, padding, activation and output layers");
        }
        if (layer instanceof ConvolutionLayer convolution
                && convolution.getCnn2dDataFormat() != CNN2DFormat.NCHW) {
            throw problem(
                    "reads pictures pixel by pixel (%s)"
                            .formatted(convolution.getCnn2dDataFormat()),
                    "channel by channel (NCHW)");
        }
    }

    private static boolean isRandom(Layer layer) {
        return layer.getIDropout() != null
                || switch (layer) {
                    case DropoutLayer _ -> true;
                    case BaseLayer base ->
                            base.getWeightNoise() != null
                                    || base.getActivationFn() instanceof ActivationRReLU;
                    case ActivationLayer activation ->
                            activation.getActivationFn() instanceof ActivationRReLU;
                    default -> false;
                };
    }

    private void checkOutput(int classes) {
        if (!(layers.getLast() instanceof OutputLayer output
                && output.getActivationFn() instanceof ActivationSoftmax
                && output.getLossFn() instanceof LossMCXENT loss
                && !(loss instanceof LossSparseMCXENT))) {
            throw problem(
                    "does not end in a softmax with cross-entropy",
                    "an OutputLayer with SOFTMAX and MCXENT or NEGATIVELOGLIKELIHOOD");
        }
        if (output.getNOut() != classes) {
            throw problem(
                    "tells %d classes apart, the data have %d".formatted(output.getNOut(), classes),
                    classes + " outputs");
        }
    }

    private void checkInputs(int inputs) {
        long taken =
                switch (configuration.getInputPreProcess(0)) {
                    case FeedForwardToCnnPreProcessor picture ->
                            picture.getInputHeight()
                                    * picture.getInputWidth()
                                    * picture.getNumChannels();
                    case InputPreProcessor _ -> -1;
                    case null ->
                            layers.getFirst() instanceof FeedForwardLayer first
                                            && !(first instanceof ConvolutionLayer)
                                    ? first.getNIn()
                                    : -1;
                };
        if (taken < 0) {
            throw problem(
                    "does not take flat rows",
                    "a first layer that is dense, or an input type of convolutionalFlat");
        }
        if (taken != inputs) {
            throw problem(
                    "takes %d inputs, the data have %d features".formatted(taken, inputs),
                    inputs + " inputs");
        }
    }

    private BadInputException problem(String what, String allowed) {
        return ModelZip.problem(file, what, allowed);
    }
}
