package federarium.model.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.scenario.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks as Deeplearning4j saves them, with 4 inputs and 3 classes unless they say otherwise. */
final class SavedFile {
    static final Layer SOFTMAX = output(Activation.SOFTMAX, LossFunction.MCXENT);

    private SavedFile() {}

    static DenseLayer dense() {
        return new DenseLayer.Builder().nIn(4).nOut(5).activation(Activation.TANH).build();
    }

    static OutputLayer output(int inputs) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nIn(inputs)
                .nOut(3)
                .build();
    }

    static OutputLayer output(Activation activation, LossFunction loss) {
        return new OutputLayer.Builder(loss).activation(activation).nOut(3).build();
    }

    static MultiLayerNetwork network(Layer first, Layer second) {
        return network(first, second, 4);
    }

    static MultiLayerNetwork network(Layer first, Layer second, int inputs) {
        return started(
                new NeuralNetConfiguration.Builder()
                        .seed(1)
                        .list()
                        .layer(first)
                        .layer(second.clone())
                        .setInputType(InputType.feedForward(inputs)));
    }

    static MultiLayerNetwork started(NeuralNetConfiguration.ListBuilder layers) {
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        network.init();
        return network;
    }

    static Path save(Path folder, MultiLayerNetwork network) throws IOException {
        Path file = folder.resolve("net.zip");
        ModelSerializer.writeModel(network, file.toFile(), true);
        return file;
    }

    static Path zip(Path folder, String... namesAndTexts) throws IOException {
        Path file = folder.resolve("net.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes());
            }
        }
        return file;
    }

    static void assertRefused(String sentence, Path file) {
        String message =
                String.valueOf(
                        assertThrows(BadInputException.class, () -> new SavedNetwork(file, 4, 3))
                                .getMessage());
        String expected = "model.file: net.zip " + sentence;
        assertEquals(
                expected,
                sentence.contains(";") ? message : message.substring(0, expected.length()));
        assertEquals(1, message.lines().count());
    }
}
