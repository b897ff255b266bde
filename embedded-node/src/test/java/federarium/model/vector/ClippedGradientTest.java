package federarium.model.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.model.Batch;
import federarium.model.LocalModel;
import federarium.update.Weights;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClippedGradientTest {

    /** From zero, x = (1, 2) has δ = (-1/2, 1/2), so ‖g‖² = (1 + 4 + 1) · 1/2 = 3. */
    @Test
    void shortensARowAsOneDoesByHand() {
        DenseModel model = new DenseModel(2, new int[0], 2, Activation.RELU);
        Batch batch = new Batch(1, 2);
        batch.size(1);
        batch.features()[0] = 1;
        batch.features()[1] = 2;
        float[] clipped = new float[6];

        double loss = model.clippedGradient(batch, 1, 1, clipped);

        float half = (float) (.5 / Math.sqrt(3));
        assertEquals(Math.log(2), loss, 1e-9);
        assertArrayEquals(
                new float[] {-half, half, -2 * half, 2 * half, -half, half}, clipped, 2e-6f);
    }

    @ParameterizedTest(name = "{0}, batch {1}, C = {2}, seed {3}")
    @CsvSource({
        "30 2, 10, .5, 1",
        "64 32 10, 16, 2, 2",
        "64 32 10, 1, 1, 3",
        "90 50 40 7, 37, 3, 4"
    })
    void isTheSumOfTheRowsEachShortened(String shape, int size, double clipNorm, long seed) {
        DenseModel model = model(shape, seed);
        int[] widths = widths(shape);
        Batch batch = Samples.batch(size, widths[0], widths[widths.length - 1], seed);
        float[] together = new float[model.parameters()];
        float[] oneByOne = new float[model.parameters()];

        double loss = model.clippedGradient(batch, clipNorm, -.5f, together);

        assertEquals(
                new OneByOne(model).clippedGradient(batch, clipNorm, -.5f, oneByOne), loss, 1e-6);
        assertArrayEquals(oneByOne, together, 2e-6f);
    }

    @Test
    void noRowMovesTheSumByMoreThanTheClipNorm() {
        DenseModel model = model("64 32 10", 5);
        for (double clipNorm : new double[] {1e-6, .1, 1, 3}) {
            for (int seed = 0; seed < 200; seed++) {
                Batch row = Samples.batch(1, 64, 10, seed);
                float[] clipped = new float[model.parameters()];
                model.clippedGradient(row, clipNorm, 1, clipped);
                assertTrue(norm(clipped) <= clipNorm, clipNorm + ", row of seed " + seed);
            }
        }
    }

    @Test
    void isTheWholeGradientWhereNothingIsTooLong() {
        DenseModel model = model("64 32 10", 6);
        Batch batch = Samples.batch(10, 64, 10, 6);
        float[] clipped = new float[model.parameters()];
        float[] whole = new float[model.parameters()];

        model.clippedGradient(batch, 1e9, .1f, clipped);
        model.gradient(batch, 1f, whole);

        assertArrayEquals(whole, clipped, 1e-6f);
    }

    private static double norm(float[] vector) {
        double square = 0;
        for (float each : vector) {
            square += (double) each * each;
        }
        return Math.sqrt(square);
    }

    private static int[] widths(String shape) {
        return Arrays.stream(shape.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    private static DenseModel model(String shape, long seed) {
        int[] widths = widths(shape);
        int last = widths.length - 1;
        int[] hidden = Arrays.copyOfRange(widths, 1, last);
        DenseModel model = new DenseModel(widths[0], hidden, widths[last], Activation.RELU);
        model.load(Weights.copyOf(Samples.parameters(model.parameters(), seed)));
        return model;
    }

    /** The same model without a way of its own to shorten gradients. */
    private record OneByOne(DenseModel model) implements LocalModel {
        @Override
        public int parameters() {
            return model.parameters();
        }

        @Override
        public void load(Weights parameters) {
            model.load(parameters);
        }

        @Override
        public void store(float[] target) {
            model.store(target);
        }

        @Override
        public double step(Batch batch, float learningRate) {
            return model.step(batch, learningRate);
        }

        @Override
        public double gradient(Batch batch, float scale, float[] target) {
            return model.gradient(batch, scale, target);
        }

        @Override
        public void move(float scale, float[] direction) {
            model.move(scale, direction);
        }

        @Override
        public void predict(Batch batch, float[] probabilities) {
            model.predict(batch, probabilities);
        }
    }
}
