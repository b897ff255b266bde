package federarium.model.dl4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class ModelZipTest {
    @TempDir Path folder = Path.of("");

    @BeforeAll
    static void loadTheNativeLibrary() {
        Dl4j.load();
    }

    @Test
    void refusesAFileThatIsNoZip() throws IOException {
        Path file = Files.writeString(folder.resolve("net.zip"), "not a zip");

        SavedFile.assertRefused(
                "is no zip, or a damaged one; allowed: a MultiLayerNetwork saved by"
                        + " ModelSerializer",
                file);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        SavedFile.assertRefused(
                "cannot be read; allowed: a MultiLayerNetwork saved by ModelSerializer",
                folder.resolve("net.zip"));
    }

    @Test
    void refusesAZipOfSomethingElse() throws IOException {
        SavedFile.assertRefused(
                "holds no configuration.json; allowed: a MultiLayerNetwork saved with its"
                        + " parameters by ModelSerializer",
                SavedFile.zip(folder, "readme.txt", "hello"));
    }

    @Test
    void refusesAConfigurationOfSomethingElse() throws IOException {
        for (String json : List.of("", "{}", "[1]", "{\"confs\":[]}", "{\"confs\":[{}]}")) {
            SavedFile.assertRefused(
                    "describes no network that this version knows; allowed: a MultiLayerNetwork"
                            + " saved by ModelSerializer",
                    SavedFile.zip(folder, "configuration.json", json, "coefficients.bin", ""));
        }
    }

    @Test
    void refusesDamagedParameters() throws IOException {
        String json =
                SavedFile.network(SavedFile.dense(), SavedFile.SOFTMAX)
                        .getLayerWiseConfigurations()
                        .toJson();

        SavedFile.assertRefused(
                "holds damaged parameters; allowed: a MultiLayerNetwork saved by ModelSerializer",
                SavedFile.zip(folder, "configuration.json", json, "coefficients.bin", "12345"));
    }

    @Test
    void refusesParametersOfAnotherNetwork() throws IOException {
        MultiLayerNetwork network = SavedFile.network(SavedFile.dense(), SavedFile.SOFTMAX);
        MultiLayerNetwork other =
                SavedFile.network(
                        new DenseLayer.Builder().nIn(4).nOut(6).build(), SavedFile.SOFTMAX, 6);
        Path file = folder.resolve("net.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("configuration.json"));
            zip.write(network.getLayerWiseConfigurations().toJson().getBytes());
            zip.putNextEntry(new ZipEntry("coefficients.bin"));
            Nd4j.write(zip, other.params());
        }

        SavedFile.assertRefused("can't train on a single row", file);
    }

    @Test
    void refusesParametersThatAreNoNumbers() throws IOException {
        MultiLayerNetwork network = SavedFile.network(SavedFile.dense(), SavedFile.SOFTMAX);
        network.params().putScalar(3, Float.NaN);

        SavedFile.assertRefused(
                "holds parameters that are no finite numbers; allowed: a network that works",
                SavedFile.save(folder, network));
    }

    @Test
    void refusesAComputationGraph() throws IOException {
        ComputationGraph graph =
                new ComputationGraph(
                        new NeuralNetConfiguration.Builder()
                                .graphBuilder()
                                .addInputs("in")
                                .addLayer("out", SavedFile.output(4), "in")
                                .setOutputs("out")
                                .build());
        graph.init();
        Path file = folder.resolve("net.zip");
        ModelSerializer.writeModel(graph, file.toFile(), false);

        SavedFile.assertRefused("is a ComputationGraph; allowed: a MultiLayerNetwork", file);
    }
}
