package federarium.host;

import federarium.data.Dataset;
import federarium.model.DenseShape;
import federarium.model.ModelFactory;
import federarium.model.vector.DenseFactory;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import federarium.scenario.Scenario.ModelSpec;
import java.util.ArrayList;
import java.util.List;

/** Chooses the engine for a scenario's model. */
final class Models {
    private Models() {}

    static ModelFactory of(Scenario scenario, Dataset data) {
        return switch (scenario.model()) {
            case ModelSpec.Dense dense -> dense(dense, scenario.compute(), data);
            case ModelSpec.Conv _ -> throw new BadInputException("model.kind: conv");
            case ModelSpec.Dl4j _ -> throw new BadInputException("model.kind: dl4j");
        };
    }

    private static ModelFactory dense(ModelSpec.Dense dense, String compute, Dataset data) {
        List<Integer> widths = new ArrayList<>();
        widths.add(data.width());
        widths.addAll(dense.hidden());
        widths.add(data.classes());
        DenseShape shape = new DenseShape(widths, dense.activation());
        return new DenseFactory(shape);
    }
}
