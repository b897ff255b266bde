package federarium.model.dl4j;

import federarium.data.ImageShape;
import federarium.model.DenseShape;
import java.util.Locale;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * Our shapes in Deeplearning4j's words, apart from the factories so that those load without it. The
 * weights are left 0: they come from the run's streams.
 */
final class Configurations {
    private Configurations() {}

    static MultiLayerConfiguration of(DenseShape shape) {
        NeuralNetConfiguration.ListBuilder layers = layers(shape.activation());
        int top = shape.layers() - 1;
        for (int layer = 0; layer < top; layer++) {
            layers.layer(dense(shape.inputs(layer), shape.outputs(layer)));
        }
        return layers.layer(output(shape.inputs(top), shape.outputs(top))).build();
    }

    static MultiLayerConfiguration of(ConvShape shape) {
        NeuralNetConfiguration.ListBuilder layers = layers(shape.spec().activation());
        for (int filters : shape.spec().filters()) {
            layers.layer(convolution(shape.spec().kernel(), filters)).layer(pooling());
        }
        for (int units : shape.spec().hidden()) {
            layers.layer(dense(0, units));
        }
        ImageShape image = shape.image();
        return layers.layer(output(0, shape.classes()))
                .setInputType(
                        InputType.convolutionalFlat(
                                image.height(), image.width(), image.channels()))
                .build();
    }

    private static NeuralNetConfiguration.ListBuilder layers(String activation) {
        return new NeuralNetConfiguration.Builder()
                .weightInit(WeightInit.ZERO)
                .activation(Activation.valueOf(activation.toUpperCase(Locale.ROOT)))
                .list();
    }

    private static ConvolutionLayer convolution(int kernel, int filters) {
        return new ConvolutionLayer.Builder(kernel, kernel)
                .nOut(filters)
                .convolutionMode(ConvolutionMode.Same)
                .build();
    }

    private static SubsamplingLayer pooling() {
        return new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build();
    }

    /** 0 inputs for as many as come from below. */
    private static DenseLayer dense(int inputs, int units) {
        return new DenseLayer.Builder().nIn(inputs).nOut(units).build();
    }

    /**
     * Softmax and cross-entropy. A probability below float32's least normal number counts as that,
     * so the loss of a row is 87.3 at most.
     */
    private static OutputLayer output(int inputs, int classes) {
        return new OutputLayer.Builder(new LossMCXENT(Float.MIN_NORMAL, null))
                .activation(Activation.SOFTMAX)
                .nIn(inputs)
                .nOut(classes)
                .build();
    }
}
