package federarium.host;

import federarium.data.Dataset;
import federarium.model.DenseShape;
import federarium.model.ModelFactory;
import federarium.scenario.Scenario;
import federarium.scenario.Scenario.ModelSpec;
import federarium.update.Slices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the nodes train, dealt to them in turn: the whole model, or the first units of its hidden
 * layers.
 *
 * @param slices of the global model
 * @param models one for each slice
 */
record SubNetworks(Slices slices, List<ModelFactory> models) {

    /**
     * Those of a scenario.
     *
     * @param parameters of the global model
     */
    static SubNetworks of(Scenario scenario, Dataset data, ModelFactory whole, int parameters) {
        if (!(scenario.model() instanceof ModelSpec.Dense dense) || dense.isWhole()) {
            return new SubNetworks(Slices.whole(parameters), List.of(whole));
        }
        DenseShape shape = Models.shape(dense, data);
        List<DenseShape> shapes = dense.widths().stream().map(shape::narrowed).toList();
        return new SubNetworks(
                new Slices(parameters, shapes.stream().map(shape::slice).toList()),
                shapes.stream().map(each -> Models.dense(each, scenario.compute())).toList());
    }

    /**
     * A pool for each slice, one where models are alike.
     *
     * @param pool of the whole model
     */
    List<ModelPool> pools(ModelFactory whole, ModelPool pool) {
        Map<ModelFactory, ModelPool> pools = new HashMap<>(Map.of(whole, pool));
        return models.stream().map(each -> pools.computeIfAbsent(each, ModelPool::new)).toList();
    }
}
