package federarium.model.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.model.Batch;
import federarium.model.DenseShape;
import federarium.model.LocalModel;
import federarium.random.RandomStream;
import federarium.random.RandomStreams;
import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenseNetworkTest {
    private static final DenseShape LOGISTIC = new DenseShape(List.of(2, 2), "relu");
    private static final DenseShape SMALL = new DenseShape(List.of(2, 3, 2), "tanh");
    private static final DenseShape DEEP = new DenseShape(List.of(5, 7, 3, 4), "relu");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void givesBackTheParametersItWasGivenBitForBit(long seed) {
        for (DenseShape shape : List.of(LOGISTIC, SMALL, DEEP)) {
            LocalModel model = new DenseNetwork(shape).create();
            float[] parameters = Rows.gaussian(new RandomStream(seed), shape.parameters(), 1);

            model.load(Weights.copyOf(parameters));

            assertEquals(shape.parameters(), model.parameters());
            assertArrayEquals(parameters, Rows.stored(model));
        }
    }

    @Test
    void movesByADirectionInTheFlatLayout() {
        LocalModel model = new DenseNetwork(DEEP).create();
        float[] expected = Rows.gaussian(new RandomStream(1), DEEP.parameters(), 1);
        float[] direction = Rows.gaussian(new RandomStream(2), DEEP.parameters(), 1);
        model.load(Weights.copyOf(expected));
        Weights.copyOf(direction).addTo(expected, -.25f);

        model.move(-.25f, direction);

        assertArrayEquals(expected, Rows.stored(model));
    }

    @Test
    void startsWhereTheVectorEngineStarts() {
        RandomStreams streams = new RandomStreams(5);

        assertEquals(
                DEEP.initial(streams.stream("initial model")),
                new DenseNetwork(DEEP).initial(streams));
    }

    @Test
    void readsWeightsInputByInputThenBiases() {
        LocalModel model = new DenseNetwork(SMALL).create();
        float[] p = Rows.gaussian(new RandomStream(4), SMALL.parameters(), 1);
        float[] x = {0.5f, -1.5f};
        double[] hidden = new double[3];
        for (int unit = 0; unit < 3; unit++) {
            hidden[unit] = Math.tanh(x[0] * p[unit] + x[1] * p[3 + unit] + p[6 + unit]);
        }
        double[] z = {p[15], p[16]};
        for (int unit = 0; unit < 3; unit++) {
            z[0] += hidden[unit] * p[9 + 2 * unit];
            z[1] += hidden[unit] * p[10 + 2 * unit];
        }

        model.load(Weights.copyOf(p));
        float[] probabilities = new float[2];
        model.predict(Rows.of(2, x, 0), probabilities);

        assertEquals(1 / (1 + Math.exp(z[1] - z[0])), probabilities[0], 1e-6);
        assertEquals(1, probabilities[0] + probabilities[1], 1e-6);
    }

    @Test
    void givesEachRowsProbabilitiesInItsOwnRow() {
        LocalModel model = new DenseNetwork(DEEP).create();
        RandomStream random = new RandomStream(6);
        model.load(Weights.copyOf(Rows.gaussian(random, DEEP.parameters(), 1)));
        Batch batch = Rows.random(random, 3, 5, 4);
        float[] together = new float[12];
        model.predict(batch, together);

        for (int row = 0; row < 3; row++) {
            float[] one = new float[5];
            System.arraycopy(batch.features(), 5 * row, one, 0, 5);
            float[] alone = new float[4];
            model.predict(Rows.of(5, one, 0), alone);
            for (int k = 0; k < 4; k++) {
                assertEquals(alone[k], together[4 * row + k], 1e-6);
            }
        }
    }

    /** With all parameters 0 both classes have probability ½, so ∂/∂W = x (p − y), mean of 2. */
    @Test
    void addsTheScaledMeanGradientOfALogisticModel() {
        LocalModel model = new DenseNetwork(LOGISTIC).create();
        Batch batch = Rows.of(2, new float[] {1, 2, 3, -4}, 0, 1);
        float[] target = {10, 10, 10, 10, 10, 10};

        double loss = model.gradient(batch, 2, target);

        assertEquals(Math.log(2), loss, 1e-6);
        assertArrayEquals(new float[] {11, 9, 7, 13, 10, 10}, target, 1e-5f);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void gradientAgreesWithCentralDifferences(long seed) {
        RandomStream random = new RandomStream(seed);
        float[] parameters = Rows.gaussian(random, SMALL.parameters(), 1);

        Differences.check(
                new DenseNetwork(SMALL).create(), parameters, Rows.random(random, 6, 2, 2), seed);
    }

    @Test
    void aStepMovesAgainstTheMeanGradient() {
        LocalModel model = new DenseNetwork(DEEP).create();
        RandomStream random = new RandomStream(8);
        float[] before = Rows.gaussian(random, DEEP.parameters(), 0.5);
        Batch batch = Rows.random(random, 6, 5, 4);
        model.load(Weights.copyOf(before));
        float[] expected = before.clone();
        double loss = model.gradient(batch, -0.25f, expected);

        assertEquals(loss, model.step(batch, 0.25f));

        assertArrayEquals(expected, Rows.stored(model), 1e-6f);
    }

    @Test
    void keepsNothingOfALargerBatchSeenBefore() {
        LocalModel used = new DenseNetwork(DEEP).create();
        LocalModel fresh = new DenseNetwork(DEEP).create();
        RandomStream random = new RandomStream(9);
        float[] parameters = Rows.gaussian(random, DEEP.parameters(), 0.5);
        used.load(Weights.copyOf(parameters));
        fresh.load(Weights.copyOf(parameters));
        Batch small = Rows.random(random, 3, 5, 4);

        Rows.gradient(used, Rows.random(random, 9, 5, 4));

        assertArrayEquals(Rows.gradient(fresh, small), Rows.gradient(used, small));
    }

    @Test
    void tellsALossThatHasDiverged() {
        LocalModel model = new DenseNetwork(LOGISTIC).create();
        model.load(Weights.copyOf(new float[] {100, -100, 0, 0, 0, 0}));
        Batch certainAndWrong = Rows.of(2, new float[] {1, 0}, 1);

        assertEquals(87.3, model.step(certainAndWrong, 0), 0.1);

        model.load(Weights.copyOf(new float[] {Float.NaN, 0, 0, 0, 0, 0}));
        assertTrue(Double.isNaN(model.step(certainAndWrong, 0)));
    }

    @Test
    void givesTheSameBitsOnOneThreadAndOnTwo() throws Exception {
        List<String> one = Training.onThreads(Training.dense(), 400, 10, 1);
        List<String> two = Training.onThreads(Training.dense(), 400, 10, 2);

        assertEquals(List.of(one.getFirst(), one.getFirst()), two);
    }

    @Test
    void refusesWhatDoesNotFit() {
        LocalModel model = new DenseNetwork(LOGISTIC).create();

        assertThrows(
                IllegalArgumentException.class, () -> model.load(Weights.copyOf(new float[5])));
        assertThrows(IllegalArgumentException.class, () -> model.store(new float[7]));
        assertThrows(
                IllegalArgumentException.class, () -> model.step(Rows.of(1, new float[1], 0), 1));
        assertThrows(
                IllegalArgumentException.class, () -> model.step(Rows.of(2, new float[2], 2), 1));
        assertThrows(IllegalArgumentException.class, () -> model.step(new Batch(1, 2), 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> model.predict(Rows.of(2, new float[2], 0), new float[1]));
    }
}
