package federarium.model.dl4j;

import federarium.data.ImageShape;
import federarium.model.LocalModel;
import federarium.model.ModelFactory;
import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import federarium.update.Weights;
import org.jspecify.annotations.Nullable;

/** Convolutions with 2×2 max pooling, then dense layers: {@link ConvShape} says how. */
public final class ConvNetwork implements ModelFactory {
    private final ConvShape shape;
    private final ParameterOrder order;

    /**
     * @param image the shape of a row, or null where rows are no pictures
     * @throws BadInputException if there is no picture, or none is left after the poolings
     */
    public ConvNetwork(Scenario.ModelSpec.Conv spec, @Nullable ImageShape image, int classes) {
        shape = ConvShape.of(spec, image, classes);
        order = ParameterOrder.same(shape.parameters());
    }

    /**
     * How many parameters such a network has, for whoever must know before there is one.
     *
     * @throws BadInputException as the constructor
     * @throws ArithmeticException if that is more than an array can hold
     */
    public static int parameters(
            Scenario.ModelSpec.Conv spec, @Nullable ImageShape image, int classes) {
        return ConvShape.of(spec, image, classes).parameters();
    }

    @Override
    public String compute() {
        return "dl4j";
    }

    @Override
    public Weights initial(RandomStreams streams) {
        return shape.initial(streams.stream("initial model"));
    }

    /** A filter is used at every pixel. */
    @Override
    public double workPerRow(int parameters) {
        return 6.0 * shape.uses();
    }

    @Override
    public int parameters(int layers) {
        return shape.parameters(layers);
    }

    @Override
    public LocalModel create() {
        Dl4j.load();
        return new NetworkModel(Configurations.of(shape), order, shape.inputs(), shape.classes());
    }
}
