package federarium.model.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.scenario.BadInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class ImportableTest {
    @TempDir Path folder = Path.of("");

    @BeforeAll
    static void loadTheNativeLibrary() {
        Dl4j.load();
    }

    @Test
    void refusesAnotherNumberOfInputs() throws IOException {
        Path file = SavedFile.save(folder, SavedFile.network(SavedFile.dense(), SavedFile.SOFTMAX));

        BadInputException refusal =
                assertThrows(BadInputException.class, () -> new SavedNetwork(file, 9, 3));
        assertEquals(
                "model.file: net.zip takes 4 inputs, the data have 9 features; allowed: 9 inputs",
                refusal.getMessage());
    }

    @Test
    void refusesAnotherNumberOfClasses() throws IOException {
        Path file = SavedFile.save(folder, SavedFile.network(SavedFile.dense(), SavedFile.SOFTMAX));

        BadInputException refusal =
                assertThrows(BadInputException.class, () -> new SavedNetwork(file, 4, 2));
        assertEquals(
                "model.file: net.zip tells 3 classes apart, the data have 2; allowed: 2 outputs",
                refusal.getMessage());
    }

    @Test
    void refusesAnOutputThatIsNoSoftmaxWithCrossEntropy() throws IOException {
        String sentence =
                "does not end in a softmax with cross-entropy; allowed: an OutputLayer with SOFTMAX"
                        + " and MCXENT or NEGATIVELOGLIKELIHOOD";

        SavedFile.assertRefused(
                sentence,
                SavedFile.save(
                        folder,
                        SavedFile.network(
                                SavedFile.dense(),
                                SavedFile.output(Activation.SIGMOID, LossFunction.XENT))));
        SavedFile.assertRefused(
                sentence,
                SavedFile.save(
                        folder,
                        SavedFile.network(
                                SavedFile.dense(),
                                SavedFile.output(Activation.SOFTMAX, LossFunction.MSE))));
    }

    @Test
    void refusesWhatDrawsAtRandom() throws IOException {
        String sentence =
                "has dropout or other noise in layer 0, whose bits would depend on the threads;"
                        + " allowed: a network without";

        for (DenseLayer.Builder layer :
                List.of(
                        new DenseLayer.Builder().dropOut(0.5),
                        new DenseLayer.Builder().weightNoise(new DropConnect(0.5)),
                        new DenseLayer.Builder().activation(new ActivationRReLU()))) {
            SavedFile.assertRefused(
                    sentence,
                    SavedFile.save(
                            folder,
                            SavedFile.network(
                                    layer.nIn(4).nOut(5).build(), SavedFile.SOFTMAX.clone())));
        }
    }

    @Test
    void refusesLayersWhoseParametersFollowNoGradient() throws IOException {
        SavedFile.assertRefused(
                "has a BatchNormalization as layer 0; allowed: dense, convolution, pooling,"
                        + " padding, activation and output layers",
                SavedFile.save(
                        folder,
                        SavedFile.network(
                                new BatchNormalization.Builder().nIn(4).nOut(4).build(),
                                SavedFile.output(4))));
    }

    @Test
    void refusesPicturesThatAreNotFlat() throws IOException {
        MultiLayerNetwork network =
                SavedFile.started(
                        new NeuralNetConfiguration.Builder()
                                .list()
                                .layer(new ConvolutionLayer.Builder(2, 2).nOut(2).build())
                                .layer(SavedFile.SOFTMAX.clone())
                                .setInputType(InputType.convolutional(2, 2, 1)));

        SavedFile.assertRefused(
                "does not take flat rows; allowed: a first layer that is dense, or an input type"
                        + " of convolutionalFlat",
                SavedFile.save(folder, network));
    }
}
