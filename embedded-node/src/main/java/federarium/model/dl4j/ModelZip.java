package federarium.model.dl4j;

import federarium.scenario.BadInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The two entries of a file by ModelSerializer that say what a network is. The others, such as the
 * updater's state and serialized Java objects, are never opened.
 *
 * @param parameters float32, in Deeplearning4j's flat order
 */
record ModelZip(MultiLayerConfiguration configuration, float[] parameters) {

    /**
     * Reads the file.
     *
     * @throws BadInputException if it is no such file, or damaged
     */
    static ModelZip read(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] json = entry(file, zip, ModelSerializer.CONFIGURATION_JSON);
            byte[] coefficients = entry(file, zip, ModelSerializer.COEFFICIENTS_BIN);
            return new ModelZip(configuration(file, json), parameters(file, coefficients));
        } catch (ZipException e) {
            throw problem(file, "is no zip, or a damaged one", e);
        } catch (IOException e) {
            throw problem(file, "cannot be read", e);
        }
    }

    static BadInputException problem(Path file, String what, String allowed) {
        return BadInputException.of(
                "model.file", "%s %s; allowed: %s".formatted(file.getFileName(), what, allowed));
    }

    private static BadInputException problem(Path file, String what, Exception cause) {
        BadInputException problem =
                problem(file, what, "a MultiLayerNetwork saved by ModelSerializer");
        problem.initCause(cause);
        return problem;
    }

    private static byte[] entry(Path file, ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw problem(
                    file,
                    "holds no " + name,
                    "a MultiLayerNetwork saved with its parameters by ModelSerializer");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static MultiLayerConfiguration configuration(Path file, byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        if (text.contains("\"networkInputs\"")) {
            throw problem(file, "is a ComputationGraph", "a MultiLayerNetwork");
        }
        try {
            MultiLayerConfiguration configuration = MultiLayerConfiguration.fromJson(text);
            List<NeuralNetConfiguration> layers = configuration.getConfs();
            if (layers.isEmpty() || layers.stream().anyMatch(each -> each.getLayer() == null)) {
                throw new IllegalArgumentException("a layer is missing");
            }
            return configuration;
        } catch (RuntimeException e) {
            throw problem(file, "describes no network that this version knows", e);
        }
    }

    private static float[] parameters(Path file, byte[] coefficients) {
        try (INDArray stored = Nd4j.read(new ByteArrayInputStream(coefficients));
                INDArray floats = stored.castTo(DataType.FLOAT)) {
            return floats.data().asFloat();
        } catch (RuntimeException e) {
            throw problem(file, "holds damaged parameters", e);
        }
    }
}
