package federarium.model.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.model.Batch;
import federarium.model.LocalModel;
import federarium.random.RandomStream;
import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class SavedNetworkTest {
    private static final Layer SOFTMAX = output(Activation.SOFTMAX, LossFunction.MCXENT);

    @TempDir Path folder = Path.of("");

    @BeforeAll
    static void loadTheNativeLibrary() {
        Dl4j.load();
    }

    @Test
    void startsFromWhatWasSaved() throws IOException {
        MultiLayerNetwork network = network(dense(), SOFTMAX);

        SavedNetwork read = new SavedNetwork(save(network), 4, 3);

        float[] saved = network.params().data().asFloat();
        LocalModel model = read.create();
        model.load(read.initial(new RandomStreams(1)).toArray());
        assertArrayEquals(saved, Rows.stored(model));
        Batch batch = Rows.random(new RandomStream(3), 2, 4, 3);
        float[] probabilities = new float[6];
        model.predict(batch, probabilities);
        assertArrayEquals(
                network.output(Nd4j.create(batch.features(), 2, 4)).dup('c').data().asFloat(),
                probabilities,
                1e-6f);
    }

    @Test
    void trainsPicturesThatWereSavedAsFlatRows() throws IOException {
        MultiLayerNetwork network =
                started(
                        new NeuralNetConfiguration.Builder()
                                .seed(1)
                                .list()
                                .layer(new ConvolutionLayer.Builder(2, 2).nOut(2).build())
                                .layer(new ActivationLayer(Activation.TANH))
                                .layer(new SubsamplingLayer.Builder().build())
                                .layer(SOFTMAX.clone())
                                .setInputType(InputType.convolutionalFlat(4, 3, 2)));

        SavedNetwork read = new SavedNetwork(save(network), 24, 3);

        Differences.check(
                read.create(),
                read.initial(new RandomStreams(1)).toArray(),
                Rows.random(new RandomStream(2), 5, 24, 3),
                2);
    }

    @Test
    void leavesPenaltiesOfTheOldTrainingOutOfTheLoss() throws IOException {
        MultiLayerNetwork plain = network(dense(), SOFTMAX);
        MultiLayerNetwork penalised =
                started(
                        new NeuralNetConfiguration.Builder()
                                .seed(1)
                                .l2(10)
                                .list()
                                .layer(dense())
                                .layer(SOFTMAX.clone()));
        penalised.setParams(plain.params());
        Batch batch = Rows.random(new RandomStream(3), 2, 4, 3);

        assertEquals(loss(save(plain), batch), loss(save(penalised), batch));
    }

    @Test
    void roundsDoublesToFloats() throws IOException {
        MultiLayerNetwork network = network(dense(), SOFTMAX).convertDataType(DataType.DOUBLE);

        SavedNetwork read = new SavedNetwork(save(network), 4, 3);

        assertArrayEquals(
                network.params().data().asFloat(), read.initial(new RandomStreams(1)).toArray());
        Differences.check(
                read.create(),
                read.initial(new RandomStreams(1)).toArray(),
                Rows.random(new RandomStream(2), 5, 4, 3),
                2);
    }

    @Test
    void givesTheSameBitsOnOneThreadAndOnTwo() throws Exception {
        SavedNetwork read = new SavedNetwork(save(network(dense(), SOFTMAX)), 4, 3);

        List<String> one = Training.onThreads(read, 4, 3, 1);
        List<String> two = Training.onThreads(read, 4, 3, 2);

        assertEquals(List.of(one.getFirst(), one.getFirst()), two);
    }

    @Test
    void refusesAFileThatIsNoZip() throws IOException {
        Path file = Files.writeString(folder.resolve("net.zip"), "not a zip");

        assertRefused(
                "is no zip, or a damaged one; allowed: a MultiLayerNetwork saved by"
                        + " ModelSerializer",
                file);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertRefused(
                "cannot be read; allowed: a MultiLayerNetwork saved by ModelSerializer",
                folder.resolve("net.zip"));
    }

    @Test
    void refusesAZipOfSomethingElse() throws IOException {
        assertRefused(
                "holds no configuration.json; allowed: a MultiLayerNetwork saved with its"
                        + " parameters by ModelSerializer",
                zip("readme.txt", "hello"));
    }

    @Test
    void refusesAConfigurationOfSomethingElse() throws IOException {
        Path file = zip("configuration.json", "{}", "coefficients.bin", "");

        assertRefused(
                "describes no network that this version knows; allowed: a MultiLayerNetwork saved"
                        + " by ModelSerializer",
                file);
    }

    @Test
    void refusesDamagedParameters() throws IOException {
        String json = network(dense(), SOFTMAX).getLayerWiseConfigurations().toJson();

        assertRefused(
                "holds damaged parameters; allowed: a MultiLayerNetwork saved by ModelSerializer",
                zip("configuration.json", json, "coefficients.bin", "12345"));
    }

    @Test
    void refusesParametersOfAnotherNetwork() throws IOException {
        MultiLayerNetwork network = network(dense(), SOFTMAX);
        MultiLayerNetwork other =
                network(new DenseLayer.Builder().nIn(4).nOut(6).build(), SOFTMAX, 6);
        Path file = folder.resolve("net.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("configuration.json"));
            zip.write(network.getLayerWiseConfigurations().toJson().getBytes());
            zip.putNextEntry(new ZipEntry("coefficients.bin"));
            Nd4j.write(zip, other.params());
        }

        assertRefused("can't train on a single row", file);
    }

    @Test
    void refusesParametersThatAreNoNumbers() throws IOException {
        MultiLayerNetwork network = network(dense(), SOFTMAX);
        network.params().putScalar(3, Float.NaN);

        assertRefused(
                "holds parameters that are no finite numbers; allowed: a network that works",
                save(network));
    }

    @Test
    void refusesAComputationGraph() throws IOException {
        ComputationGraph graph =
                new ComputationGraph(
                        new NeuralNetConfiguration.Builder()
                                .graphBuilder()
                                .addInputs("in")
                                .addLayer("out", output(4), "in")
                                .setOutputs("out")
                                .build());
        graph.init();
        Path file = folder.resolve("net.zip");
        ModelSerializer.writeModel(graph, file.toFile(), false);

        assertRefused("is a ComputationGraph; allowed: a MultiLayerNetwork", file);
    }

    @Test
    void refusesOtherInputsThanTheDatas() throws IOException {
        Path file = save(network(dense(), SOFTMAX));

        BadInputException refusal =
                assertThrows(BadInputException.class, () -> new SavedNetwork(file, 9, 3));
        assertEquals(
                "model.file: net.zip takes 4 inputs, the data have 9 features; allowed: 9 inputs",
                refusal.getMessage());
    }

    @Test
    void refusesOtherClassesThanTheDatas() throws IOException {
        Path file = save(network(dense(), SOFTMAX));

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

        assertRefused(
                sentence, save(network(dense(), output(Activation.SIGMOID, LossFunction.XENT))));
        assertRefused(
                sentence, save(network(dense(), output(Activation.SOFTMAX, LossFunction.MSE))));
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
            assertRefused(sentence, save(network(layer.nIn(4).nOut(5).build(), SOFTMAX.clone())));
        }
    }

    @Test
    void refusesLayersWhoseParametersFollowNoGradient() throws IOException {
        assertRefused(
                "has a BatchNormalization as layer 0; allowed: dense, convolution, pooling,"
                        + " padding, activation and output layers",
                save(network(new BatchNormalization.Builder().nIn(4).nOut(4).build(), output(4))));
    }

    @Test
    void refusesPicturesThatAreNotFlat() throws IOException {
        MultiLayerNetwork network =
                started(
                        new NeuralNetConfiguration.Builder()
                                .list()
                                .layer(new ConvolutionLayer.Builder(2, 2).nOut(2).build())
                                .layer(SOFTMAX.clone())
                                .setInputType(InputType.convolutional(2, 2, 1)));

        assertRefused(
                "does not take flat rows; allowed: a first layer that is dense, or an input type"
                        + " of convolutionalFlat",
                save(network));
    }

    private static DenseLayer dense() {
        return new DenseLayer.Builder().nIn(4).nOut(5).activation(Activation.TANH).build();
    }

    private static OutputLayer output(int inputs) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nIn(inputs)
                .nOut(3)
                .build();
    }

    private static OutputLayer output(Activation activation, LossFunction loss) {
        return new OutputLayer.Builder(loss).activation(activation).nOut(3).build();
    }

    private static MultiLayerNetwork network(Layer first, Layer second) {
        return network(first, second, 4);
    }

    private static MultiLayerNetwork network(Layer first, Layer second, int inputs) {
        return started(
                new NeuralNetConfiguration.Builder()
                        .seed(1)
                        .list()
                        .layer(first)
                        .layer(second.clone())
                        .setInputType(InputType.feedForward(inputs)));
    }

    private static MultiLayerNetwork started(NeuralNetConfiguration.ListBuilder layers) {
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        network.init();
        return network;
    }

    private static double loss(Path file, Batch batch) {
        SavedNetwork read = new SavedNetwork(file, 4, 3);
        LocalModel model = read.create();
        model.load(read.initial(new RandomStreams(1)).toArray());
        return model.step(batch, 0);
    }

    private Path save(MultiLayerNetwork network) throws IOException {
        Path file = folder.resolve("net.zip");
        ModelSerializer.writeModel(network, file.toFile(), true);
        return file;
    }

    private Path zip(String... namesAndTexts) throws IOException {
        Path file = folder.resolve("net.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes());
            }
        }
        return file;
    }

    private static void assertRefused(String sentence, Path file) {
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
