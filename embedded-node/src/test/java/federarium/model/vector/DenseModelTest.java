package federarium.model.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.model.Batch;
import federarium.update.Weights;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DenseModelTest {
    private static final int[] NONE = {};

    /** From zero both classes have p = 1/2, so δ = (-1/2, 1/2) for label 0, and W -= xᵀ δ. */
    @Test
    void stepsALogisticModelAsOneDoesByHand() {
        DenseModel model = new DenseModel(2, NONE, 2, Activation.RELU);
        double loss = model.step(row(0, 1f, 2f), 1f);

        assertEquals(Math.log(2), loss, 1e-9);
        assertArrayEquals(new float[] {.5f, -.5f, 1f, -1f, .5f, -.5f}, stored(model));
    }

    @Test
    void stepsAlongTheMeanOfTheRows() {
        DenseModel model = new DenseModel(1, NONE, 2, Activation.RELU);
        Batch batch = new Batch(2, 1);
        batch.size(2);
        batch.features()[0] = 4f;
        batch.features()[1] = 2f;
        batch.labels()[1] = 1;
        model.step(batch, 1f);

        // (4 · (-1/2) + 2 · 1/2) / 2 = -1/2 for class 0, and the biases' terms cancel.
        assertArrayEquals(new float[] {.5f, -.5f, 0f, 0f}, stored(model));
    }

    @Test
    void storesWhatItLoaded() {
        DenseModel model = new DenseModel(5, new int[] {17, 3}, 4, Activation.TANH);
        assertEquals(5 * 17 + 17 + 17 * 3 + 3 + 3 * 4 + 4, model.parameters());
        float[] parameters = Samples.parameters(model.parameters(), 1);
        model.load(Weights.copyOf(parameters));
        assertArrayEquals(parameters, stored(model));
    }

    @Test
    void movesByAFlatDirectionWhateverBackgroundItLearnedOn() {
        DenseModel model = new DenseModel(32, new int[] {17}, 4, Activation.TANH);
        model.load(Weights.copyOf(Samples.parameters(model.parameters(), 1)));
        Batch paper = new Batch(2, 32);
        paper.size(2);
        Arrays.fill(paper.features(), -.5f);
        model.step(paper, .1f);
        float[] expected = stored(model);
        float[] direction = Samples.parameters(model.parameters(), 2);
        Weights.copyOf(direction).addTo(expected, -.25f);

        model.step(paper, 0);
        model.move(-.25f, direction);

        assertArrayEquals(expected, stored(model), 1e-6f);
    }

    @Test
    void forgetsThePreviousClientWhenItLoads() {
        DenseModel used = new DenseModel(5, new int[] {17}, 4, Activation.RELU);
        float[] parameters = Samples.parameters(used.parameters(), 1);
        used.load(Weights.copyOf(parameters));
        used.step(Samples.batch(37, 5, 4, 2), Float.NaN);
        used.load(Weights.copyOf(parameters));
        DenseModel fresh = new DenseModel(5, new int[] {17}, 4, Activation.RELU);
        fresh.load(Weights.copyOf(parameters));
        Batch batch = Samples.batch(3, 5, 4, 3);

        assertEquals(fresh.step(batch, .1f), used.step(batch, .1f));
        assertArrayEquals(stored(fresh), stored(used));
    }

    @Test
    void splitsTheProbabilityEvenlyBetweenTies() {
        float[] p = predict(new DenseModel(2, NONE, 4, Activation.RELU), row(0, 1f, 2f));
        assertArrayEquals(new float[] {.25f, .25f, .25f, .25f}, p);
    }

    @Test
    void predictsProbabilitiesThatSumToOne() {
        DenseModel model = new DenseModel(7, new int[] {20}, 11, Activation.TANH);
        model.load(Weights.copyOf(Samples.parameters(model.parameters(), 4)));
        float[] p = predict(model, Samples.batch(100, 7, 11, 5));
        for (int row = 0; row < 100; row++) {
            double sum = 0;
            for (int c = 0; c < 11; c++) {
                sum += p[row * 11 + c];
            }
            assertEquals(1, sum, 1e-6);
        }
    }

    @Test
    void predictsARowAlikeInEveryBatch() {
        DenseModel model = new DenseModel(7, new int[] {20}, 3, Activation.RELU);
        model.load(Weights.copyOf(Samples.parameters(model.parameters(), 4)));
        Batch many = Samples.batch(50, 7, 3, 5);
        float[] together = predict(model, many);
        for (int row = 0; row < 50; row++) {
            Batch one = new Batch(1, 7);
            one.size(1);
            System.arraycopy(many.features(), row * 7, one.features(), 0, 7);
            float[] alone = predict(model, one);
            for (int c = 0; c < 3; c++) {
                assertEquals(alone[c], together[row * 3 + c]);
            }
        }
    }

    @Test
    void staysFiniteForHugeLogits() {
        DenseModel model = new DenseModel(1, NONE, 2, Activation.RELU);
        model.load(Weights.copyOf(new float[] {1f, -1f, 0f, 0f}));
        assertArrayEquals(new float[] {1f, 0f}, predict(model, row(0, 1e30f)));
        assertEquals(2e4, model.step(row(1, 1e4f), 0f), 1e-6);
    }

    @Test
    void answersNaNToNaN() {
        DenseModel model = new DenseModel(2, new int[] {3}, 2, Activation.RELU);
        model.load(Weights.copyOf(Samples.parameters(model.parameters(), 6)));
        Batch batch = row(0, 1f, Float.NaN);
        for (float p : predict(model, batch)) {
            assertTrue(Float.isNaN(p));
        }
        assertTrue(Double.isNaN(model.step(batch, .1f)));
        for (float parameter : stored(model)) {
            assertTrue(Float.isNaN(parameter));
        }
    }

    @Test
    void refusesWrongLengthsWithBothNumbers() {
        DenseModel model = new DenseModel(2, NONE, 3, Activation.RELU);
        assertRefuses("8 numbers: the model has 9", () -> model.load(Weights.copyOf(new float[8])));
        assertRefuses("10 numbers: the model has 9", () -> model.store(new float[10]));
        assertRefuses(
                "1 numbers: the model has 9",
                () -> model.gradient(row(0, 1f, 2f), 1f, new float[1]));
        assertRefuses("1 features, the model 2 inputs", () -> model.step(row(0, 1f), 1f));
        assertRefuses(
                "1 rows of 3 probabilities don't fit into an array of 2",
                () -> model.predict(row(0, 1f, 2f), new float[2]));
        assertRefuses("label 3, outside the 3 classes", () -> model.step(row(3, 1f, 2f), 1f));
        assertRefuses("batch of 0 rows", () -> model.step(new Batch(4, 2), 1f));
    }

    private static void assertRefuses(String reason, Runnable call) {
        String message =
                String.valueOf(
                        assertThrows(IllegalArgumentException.class, call::run).getMessage());
        assertTrue(message.contains(reason), message);
    }

    private static Batch row(int label, float... features) {
        Batch batch = new Batch(1, features.length);
        batch.size(1);
        System.arraycopy(features, 0, batch.features(), 0, features.length);
        batch.labels()[0] = label;
        return batch;
    }

    private static float[] stored(DenseModel model) {
        float[] parameters = new float[model.parameters()];
        model.store(parameters);
        return parameters;
    }

    private static float[] predict(DenseModel model, Batch batch) {
        int classes = model.classes();
        float[] probabilities = new float[batch.size() * classes];
        model.predict(batch, probabilities);
        return probabilities;
    }
}
