package federarium.host;

import federarium.data.Dataset;
import federarium.data.FederatedData;
import federarium.model.DenseShape;
import federarium.model.ModelFactory;
import federarium.model.dl4j.ConvNetwork;
import federarium.model.dl4j.DenseNetwork;
import federarium.model.dl4j.Dl4j;
import federarium.model.dl4j.SavedNetwork;
import federarium.model.vector.DenseFactory;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import federarium.scenario.Scenario.ModelSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Chooses the engine for a scenario's model. */
final class Models {
    private Models() {}

    /** Begins to load Deeplearning4j in the background, if the scenario needs it. */
    static void preload(Scenario scenario) {
        boolean dense = scenario.model() instanceof ModelSpec.Dense;
        if (!dense || scenario.compute().equals("dl4j")) {
            Dl4j.preload();
        }
    }

    /**
     * The model of a scenario, to be made when it is needed.
     *
     * @throws BadInputException if it does not fit the data, or into memory
     */
    static ModelFactory of(Scenario scenario, FederatedData federated) {
        Dataset data = federated.dataset();
        Room room = Room.of(scenario, federated);
        return switch (scenario.model()) {
            case ModelSpec.Dense dense -> {
                DenseShape shape = shape(dense, data);
                room.require(shape::parameters);
                yield dense(shape, scenario.compute());
            }
            case ModelSpec.Conv conv -> {
                room.require(() -> ConvNetwork.parameters(conv, data.image(), data.classes()));
                yield new ConvNetwork(conv, data.image(), data.classes());
            }
            case ModelSpec.Dl4j saved ->
                    new SavedNetwork(Path.of(saved.file()), data.width(), data.classes());
        };
    }

    /** The whole shape of a dense model for some rows. */
    static DenseShape shape(ModelSpec.Dense dense, Dataset data) {
        List<Integer> widths = new ArrayList<>();
        widths.add(data.width());
        widths.addAll(dense.hidden());
        widths.add(data.classes());
        return new DenseShape(widths, dense.activation());
    }

    static ModelFactory dense(DenseShape shape, String compute) {
        return compute.equals("dl4j") ? new DenseNetwork(shape) : new DenseFactory(shape);
    }
}
