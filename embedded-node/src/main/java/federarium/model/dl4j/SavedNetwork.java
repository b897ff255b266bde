package federarium.model.dl4j;

import federarium.model.Batch;
import federarium.model.LocalModel;
import federarium.model.ModelFactory;
import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;
import federarium.update.Weights;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A network that Deeplearning4j's ModelSerializer saved; everybody starts from its parameters, in
 * its own flat order, rounded to float32.
 *
 * <p>Its layers and loss are taken over. How it was trained is left behind: updater, l1 and l2,
 * gradient normalisation and constraints are the scenario's to say.
 */
public final class SavedNetwork implements ModelFactory {
    private final MultiLayerConfiguration configuration;
    private final ParameterOrder order;
    private final Weights initial;
    private final int inputs;
    private final int classes;

    /**
     * Reads the file; waits for Deeplearning4j to load.
     *
     * @throws BadInputException if the file is no saved network, or one that can't learn rows of
     *     that many inputs and classes
     */
    public SavedNetwork(Path file, int inputs, int classes) {
        Dl4j.load();
        this.inputs = inputs;
        this.classes = classes;
        ModelZip zip = ModelZip.read(file);
        configuration = zip.configuration();
        Importable.check(file, configuration, inputs, classes);
        leaveTrainingBehind();
        order = ParameterOrder.same(zip.parameters().length);
        initial = Weights.owning(zip.parameters());
        if (!initial.isFinite()) {
            throw ModelZip.problem(
                    file, "holds parameters that are no finite numbers", "a network that works");
        }
        tryOneRow(file);
    }

    @Override
    public String compute() {
        return "dl4j";
    }

    @Override
    public Weights initial(RandomStreams streams) {
        return initial;
    }

    @Override
    public int parameters(int layers) {
        throw new UnsupportedOperationException("a saved network is trained as a whole");
    }

    @Override
    public LocalModel create() {
        return new NetworkModel(configuration.clone(), order, inputs, classes);
    }

    private void leaveTrainingBehind() {
        configuration.setDataType(DataType.FLOAT);
        configuration.setTrainingWorkspaceMode(WorkspaceMode.ENABLED);
        configuration.setInferenceWorkspaceMode(WorkspaceMode.ENABLED);
        configuration.setCacheMode(CacheMode.NONE);
        for (NeuralNetConfiguration each : configuration.getConfs()) {
            if (each.getLayer() instanceof BaseLayer layer) {
                layer.setRegularization(List.of());
                layer.setRegularizationBias(List.of());
            }
        }
    }

    /** Parameters that don't fit the layers, or layers each other, show in the first step. */
    private void tryOneRow(Path file) {
        try {
            Batch row = new Batch(1, inputs);
            row.size(1);
            LocalModel model = create();
            model.gradient(row, 1, new float[model.parameters()]);
            model.predict(row, new float[classes]);
        } catch (RuntimeException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw ModelZip.problem(
                    file,
                    "can't train on a single row (%s)".formatted(reason),
                    "a network whose layers and parameters fit together");
        }
    }
}
