package federarium.model.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.model.Batch;
import federarium.model.DenseShape;
import federarium.model.LocalModel;
import federarium.model.vector.Activation;
import federarium.model.vector.DenseModel;
import federarium.random.RandomStream;
import federarium.update.Weights;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Deeplearning4j is the oracle: same start, same batches, the same model after 100 steps. */
class DenseOracleTest {
    private static final int STEPS = 100;
    private static final double TOLERANCE = 1e-4;

    private static final List<DenseShape> SHAPES =
            List.of(
                    new DenseShape(List.of(30, 2), "relu"),
                    new DenseShape(List.of(5, 17, 3, 4), "relu"),
                    new DenseShape(List.of(64, 32, 10), "relu"),
                    new DenseShape(List.of(64, 32, 10), "tanh"),
                    new DenseShape(List.of(7, 1, 9, 3), "tanh"),
                    new DenseShape(List.of(784, 200, 200, 10), "relu"));

    @TestFactory
    Stream<DynamicTest> bothEnginesTrainTheSameModel() {
        return SHAPES.stream()
                .flatMap(shape ->
                        Stream.of(1L, 2L, 3L)
                                .map(seed ->
                                        DynamicTest.dynamicTest(
                                                name(shape, seed), () -> compare(shape, seed))));
    }

    private static void compare(DenseShape shape, long seed) {
        RandomStream random = new RandomStream(seed);
        float[] start = shape.initial(random).toArray();
        LocalModel vector = vector(shape);
        LocalModel dl4j = new DenseNetwork(shape).create();
        vector.load(Weights.copyOf(start));
        dl4j.load(Weights.copyOf(start));
        int inputs = shape.inputs(0);
        int classes = shape.outputs(shape.layers() - 1);
        Batch batch = new Batch(16, inputs);

        for (int step = 0; step < STEPS; step++) {
            Rows.fill(batch, random, 1 + random.nextInt(16), classes);
            paperAround(batch);
            double expected = dl4j.step(batch, 0.05f);
            assertEquals(expected, vector.step(batch, 0.05f), TOLERANCE, "loss of step " + step);
        }

        check("parameters", Rows.stored(dl4j), Rows.stored(vector), shape, seed);
        check("gradient", Rows.gradient(dl4j, batch), Rows.gradient(vector, batch), shape, seed);
        check(
                "probabilities",
                predicted(dl4j, batch, classes),
                predicted(vector, batch, classes),
                shape,
                seed);
    }

    /** The widest rows get what pictures have: columns that hold the same number throughout. */
    private static void paperAround(Batch batch) {
        for (int i = 0; batch.width() == 784 && i < batch.size() * 784; i++) {
            if (i % 784 < 400) {
                batch.features()[i] = -0.42f;
            }
        }
    }

    private static LocalModel vector(DenseShape shape) {
        int[] hidden = new int[shape.layers() - 1];
        for (int layer = 0; layer < hidden.length; layer++) {
            hidden[layer] = shape.outputs(layer);
        }
        return new DenseModel(
                shape.inputs(0),
                hidden,
                shape.outputs(hidden.length),
                Activation.valueOf(shape.activation().toUpperCase(Locale.ROOT)));
    }

    private static float[] predicted(LocalModel model, Batch batch, int classes) {
        float[] probabilities = new float[batch.size() * classes];
        model.predict(batch, probabilities);
        return probabilities;
    }

    private static void check(
            String what, float[] expected, float[] actual, DenseShape shape, long seed) {
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i] - actual[i]));
        }
        assertTrue(
                largest <= TOLERANCE,
                "%s differ by %s (%s)".formatted(what, largest, name(shape, seed)));
    }

    private static String name(DenseShape shape, long seed) {
        return "%s %s, seed %d".formatted(shape.widths(), shape.activation(), seed);
    }
}
