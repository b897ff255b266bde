package federarium.model.dl4j;

import federarium.model.DenseShape;
import federarium.model.LocalModel;
import federarium.model.ModelFactory;
import federarium.random.RandomStreams;
import federarium.update.Weights;

/** Fully connected layers: the vector engine's model, start and parameter layout. */
public final class DenseNetwork implements ModelFactory {
    private final DenseShape shape;
    private final ParameterOrder order;

    public DenseNetwork(DenseShape shape) {
        this.shape = shape;
        order = ParameterOrder.dense(shape);
    }

    @Override
    public String compute() {
        return "dl4j";
    }

    @Override
    public Weights initial(RandomStreams streams) {
        return shape.initial(streams.stream("initial model"));
    }

    @Override
    public int parameters(int layers) {
        return shape.parameters(layers);
    }

    @Override
    public LocalModel create() {
        Dl4j.load();
        int classes = shape.outputs(shape.layers() - 1);
        return new NetworkModel(Configurations.of(shape), order, shape.inputs(0), classes);
    }
}
