package federarium.model.dl4j;

import federarium.data.ImageShape;
import federarium.random.RandomStream;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Convolutions over pictures, then dense layers, then softmax.
 *
 * <p>Each convolution keeps the picture's size (stride 1, zeros around it) and is followed by the
 * activation and 2×2 max pooling with stride 2, which drops an odd last row or column. The flat
 * layout of the parameters is Deeplearning4j's own: a convolution has b[filters], then
 * W[filters][channels][kernel][kernel]; a dense layer W[out][in], then b[out], its inputs channel
 * by channel, each row by row.
 */
record ConvShape(ImageShape image, Scenario.ModelSpec.Conv spec, int classes) {

    /**
     * The layers of a scenario over its data.
     *
     * @param image the shape of a row, or null where rows are no pictures
     * @throws BadInputException if there is no picture, or none is left after the poolings
     */
    static ConvShape of(Scenario.ModelSpec.Conv spec, @Nullable ImageShape image, int classes) {
        if (image == null) {
            throw BadInputException.of(
                    "model.kind",
                    "conv needs pictures, and these rows are none; allowed: dense," + " logistic");
        }
        int least = Math.min(image.height(), image.width());
        int most = 31 - Integer.numberOfLeadingZeros(least);
        int filters = spec.filters().size();
        if (filters == 0 || filters > most) {
            throw BadInputException.of(
                    "model.filters",
                    "%d convolutions don't fit a picture of %d×%d, which each of them halves; allowed: %s"
                            .formatted(
                                    filters,
                                    image.height(),
                                    image.width(),
                                    most == 0 ? "none: take dense" : "1 to " + most));
        }
        return new ConvShape(image, spec, classes);
    }

    int inputs() {
        return image.height() * image.width() * image.channels();
    }

    int parameters() {
        return parameters(layers().size());
    }

    /** Of the first so many layers. */
    int parameters(int layers) {
        int sum = 0;
        for (Layer layer : layers().subList(0, layers)) {
            sum = Math.addExact(sum, Math.addExact(layer.weights(), layer.outputs()));
        }
        return sum;
    }

    /** How often a row uses a parameter, over all parameters. */
    double uses() {
        double uses = 0;
        int convolution = 0;
        for (Layer layer : layers()) {
            double pixels = 1;
            if (layer.biasFirst()) {
                pixels = (double) (image.height() >> convolution) * (image.width() >> convolution);
                convolution++;
            }
            uses += pixels * ((double) layer.weights() + layer.outputs());
        }
        return uses;
    }

    /**
     * Weights uniform on ±√(6 ÷ fan-in) before a relu (He et al. 2015), else on ±√(6 ÷ (fan-in +
     * fan-out)) (Glorot, Bengio 2010); biases 0.
     */
    Weights initial(RandomStream random) {
        float[] values = new float[parameters()];
        int next = 0;
        for (Layer layer : layers()) {
            next += layer.biasFirst() ? layer.outputs() : 0;
            for (int i = 0; i < layer.weights(); i++) {
                values[next++] = (float) ((2 * random.nextDouble() - 1) * layer.bound());
            }
            next += layer.biasFirst() ? 0 : layer.outputs();
        }
        return Weights.owning(values);
    }

    /** One layer's parameters; a convolution's unit is a filter, used at every pixel. */
    private record Layer(int weights, int outputs, double bound, boolean biasFirst) {}

    private List<Layer> layers() {
        boolean relu = spec.activation().equals("relu");
        List<Layer> layers = new ArrayList<>();
        int window = spec.kernel() * spec.kernel();
        int channels = image.channels();
        for (int filters : spec.filters()) {
            layers.add(layer(channels * window, filters, filters * window, relu, true));
            channels = filters;
        }
        int poolings = spec.filters().size();
        int pixels = (image.height() >> poolings) * (image.width() >> poolings);
        int inputs = Math.multiplyExact(pixels, channels);
        for (int units : spec.hidden()) {
            layers.add(layer(inputs, units, units, relu, false));
            inputs = units;
        }
        layers.add(layer(inputs, classes, classes, false, false));
        return layers;
    }

    private static Layer layer(
            int fanIn, int outputs, int fanOut, boolean relu, boolean biasFirst) {
        double fan = relu ? fanIn : (double) fanIn + fanOut;
        return new Layer(
                Math.multiplyExact(fanIn, outputs), outputs, StrictMath.sqrt(6 / fan), biasFirst);
    }
}
