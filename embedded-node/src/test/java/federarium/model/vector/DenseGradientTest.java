package federarium.model.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.model.Batch;
import federarium.update.Weights;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenseGradientTest {
    private static final double H = 1e-5;

    @ParameterizedTest(name = "widths {0}, {1}, batch {2}, seed {3}")
    @CsvSource({
        "3 2, RELU, 1, 11",
        "30 2, RELU, 10, 12",
        "5 4 3, RELU, 3, 13",
        "5 4 3, TANH, 16, 14",
        "17 19 33 5, RELU, 10, 15",
        "17 19 33 5, TANH, 37, 16",
        "130 16 2, TANH, 7, 17",
    })
    void agreesWithFiniteDifferences(String shape, Activation activation, int size, long seed) {
        int[] widths = widths(shape);
        DenseModel model = model(widths, activation, seed);
        ReferenceNetwork reference = new ReferenceNetwork(widths, activation);
        Batch batch = batchWithAZeroColumn(size, widths, seed);
        double[] at = new double[model.parameters()];
        float[] start = stored(model);
        Arrays.setAll(at, i -> start[i]);

        float[] gradient = new float[at.length];
        assertEquals(reference.loss(at, batch), model.gradient(batch, 1f, gradient), 1e-5);
        for (int i = 0; i < at.length; i++) {
            double value = at[i];
            at[i] = value + H;
            double above = reference.loss(at, batch);
            at[i] = value - H;
            double below = reference.loss(at, batch);
            at[i] = value;
            assertEquals((above - below) / (2 * H), gradient[i], 2e-5, "parameter " + i);
        }
    }

    @ParameterizedTest(name = "widths {0}, {1}, batch {2}, seed {3}")
    @CsvSource({"30 2, RELU, 10, 21", "64 32 10, RELU, 16, 22", "200 50 40 7, TANH, 37, 23"})
    void isWhatAStepSubtracts(String shape, Activation activation, int size, long seed) {
        int[] widths = widths(shape);
        DenseModel model = model(widths, activation, seed);
        Batch batch = batchWithAZeroColumn(size, widths, seed);
        float[] expected = stored(model);
        double loss = model.gradient(batch, -.1f, expected);

        assertEquals(loss, model.step(batch, .1f));
        float[] stepped = stored(model);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], stepped[i], 2e-7f, "parameter " + i);
        }
    }

    /** The third batch is on no paper, so what the rows share must be added to each in between. */
    @ParameterizedTest(name = "widths {0}, {1}, batch {2}, seed {3}")
    @CsvSource({"48 2, RELU, 10, 31", "64 32 10, RELU, 1, 32", "200 50 40 7, TANH, 37, 33"})
    void isWhatStepsOnPaperSubtract(String shape, Activation activation, int size, long seed) {
        int[] widths = widths(shape);
        int classes = widths[widths.length - 1];
        DenseModel stepping = model(widths, activation, seed);
        DenseModel plain = model(widths, activation, seed);
        for (float paper : new float[] {-.4f, .7f, 0f, -.4f, -.4f}) {
            Batch batch = Samples.onPaper(paper, size, widths[0], classes, seed);
            float[] expected = stored(plain);
            double loss = plain.gradient(batch, -.1f, expected);
            plain.load(Weights.copyOf(expected));

            assertEquals(loss, stepping.step(batch, .1f), 1e-5);
        }
        assertArrayEquals(stored(plain), stored(stepping), 2e-6f);
    }

    private static int[] widths(String shape) {
        return Arrays.stream(shape.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    private static DenseModel model(int[] widths, Activation activation, long seed) {
        int last = widths.length - 1;
        int[] hidden = Arrays.copyOfRange(widths, 1, last);
        DenseModel model = new DenseModel(widths[0], hidden, widths[last], activation);
        model.load(Weights.copyOf(Samples.parameters(model.parameters(), seed)));
        return model;
    }

    private static Batch batchWithAZeroColumn(int size, int[] widths, long seed) {
        Batch batch = Samples.batch(size, widths[0], widths[widths.length - 1], seed + 100);
        for (int row = 0; row < size; row++) {
            batch.features()[row * widths[0] + 1] = 0f;
        }
        return batch;
    }

    private static float[] stored(DenseModel model) {
        float[] parameters = new float[model.parameters()];
        model.store(parameters);
        return parameters;
    }
}
