package federarium.model.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.model.Batch;
import federarium.model.LocalModel;
import federarium.random.RandomStream;
import federarium.random.RandomStreams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class SavedNetworkTest {
    @TempDir Path folder = Path.of("");

    @BeforeAll
    static void loadTheNativeLibrary() {
        Dl4j.load();
    }

    @Test
    void startsFromWhatWasSaved() throws IOException {
        MultiLayerNetwork network = SavedFile.network(SavedFile.dense(), SavedFile.SOFTMAX);

        SavedNetwork read = new SavedNetwork(SavedFile.save(folder, network), 4, 3);

        float[] saved = network.params().data().asFloat();
        LocalModel model = read.create();
        model.load(read.initial(new RandomStreams(1)));
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
                SavedFile.started(
                        new NeuralNetConfiguration.Builder()
                                .seed(1)
                                .list()
                                .layer(new ConvolutionLayer.Builder(2, 2).nOut(2).build())
                                .layer(new ActivationLayer(Activation.TANH))
                                .layer(new SubsamplingLayer.Builder().build())
                                .layer(SavedFile.SOFTMAX.clone())
                                .setInputType(InputType.convolutionalFlat(4, 3, 2)));

        SavedNetwork read = new SavedNetwork(SavedFile.save(folder, network), 24, 3);

        Differences.check(
                read.create(),
                read.initial(new RandomStreams(1)).toArray(),
                Rows.random(new RandomStream(2), 5, 24, 3),
                2);
    }

    @Test
    void trainsASingleLayer() throws IOException {
        MultiLayerNetwork network =
                SavedFile.started(
                        new NeuralNetConfiguration.Builder()
                                .seed(1)
                                .list()
                                .layer(SavedFile.output(4)));

        SavedNetwork read = new SavedNetwork(SavedFile.save(folder, network), 4, 3);

        assertEquals(15, read.create().parameters());
    }

    @Test
    void leavesPenaltiesOfTheOldTrainingOutOfTheLoss() throws IOException {
        MultiLayerNetwork plain = SavedFile.network(SavedFile.dense(), SavedFile.SOFTMAX);
        MultiLayerNetwork penalised =
                SavedFile.started(
                        new NeuralNetConfiguration.Builder()
                                .seed(1)
                                .l2(10)
                                .list()
                                .layer(SavedFile.dense())
                                .layer(SavedFile.SOFTMAX.clone()));
        penalised.setParams(plain.params());
        Batch batch = Rows.random(new RandomStream(3), 2, 4, 3);

        assertEquals(
                loss(SavedFile.save(folder, plain), batch),
                loss(SavedFile.save(folder, penalised), batch));
    }

    @Test
    void roundsDoublesToFloats() throws IOException {
        MultiLayerNetwork network =
                SavedFile.network(SavedFile.dense(), SavedFile.SOFTMAX)
                        .convertDataType(DataType.DOUBLE);

        SavedNetwork read = new SavedNetwork(SavedFile.save(folder, network), 4, 3);

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
        SavedNetwork read =
                new SavedNetwork(
                        SavedFile.save(
                                folder, SavedFile.network(SavedFile.dense(), SavedFile.SOFTMAX)),
                        4,
                        3);

        List<String> one = Training.onThreads(read, 4, 3, 1);
        List<String> two = Training.onThreads(read, 4, 3, 2);

        assertEquals(List.of(one.getFirst(), one.getFirst()), two);
    }

    private static double loss(Path file, Batch batch) {
        SavedNetwork read = new SavedNetwork(file, 4, 3);
        LocalModel model = read.create();
        model.load(read.initial(new RandomStreams(1)));
        return model.step(batch, 0);
    }
}
