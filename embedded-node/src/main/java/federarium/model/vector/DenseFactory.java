package federarium.model.vector;

import federarium.model.DenseShape;
import federarium.model.LocalModel;
import federarium.model.ModelFactory;
import federarium.random.RandomStreams;
import federarium.update.Weights;
import java.util.Locale;

/** Dense models on the Vector API. */
public record DenseFactory(DenseShape shape) implements ModelFactory {

    @Override
    public String compute() {
        return "vector";
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
        int[] hidden =
                shape.widths().subList(1, shape.layers()).stream()
                        .mapToInt(Integer::intValue)
                        .toArray();
        Activation activation = Activation.valueOf(shape.activation().toUpperCase(Locale.ROOT));
        return new DenseModel(
                shape.inputs(0), hidden, shape.outputs(shape.layers() - 1), activation);
    }
}
