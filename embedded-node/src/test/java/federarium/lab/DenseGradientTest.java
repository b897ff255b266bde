package federarium.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.data.Dataset;
import federarium.model.Batch;
import federarium.model.DenseShape;
import federarium.model.LocalModel;
import federarium.model.vector.DenseFactory;
import federarium.random.RandomStream;
import federarium.update.Weights;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two rows of three features through 3 → 4 → 2. */
class DenseGradientTest {
    private static final double[][] ROWS = {{.5, -1, .25}, {1, .75, -.5}};
    private static final int[] LABELS = {1, 0};

    private static DenseShape shape(String activation) {
        return new DenseShape(List.of(3, 4, 2), activation);
    }

    private static Weights model(DenseShape shape) {
        RandomStream random = new RandomStream(5);
        float[] values = new float[shape.parameters()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Weights.owning(values);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "tanh"})
    void isTheOneThatTheEngineComputes(String activation) {
        DenseShape shape = shape(activation);
        LocalModel engine = new DenseFactory(shape).create();
        engine.load(model(shape));
        Batch batch = new Batch(2, 3);
        batch.fill(
                Dataset.of(
                        List.of("a", "b", "c"),
                        List.of("no", "yes"),
                        LABELS,
                        new float[] {.5f, -1, .25f},
                        new float[] {1, .75f, -.5f}),
                new int[] {0, 1},
                0,
                2);
        float[] expected = new float[shape.parameters()];
        engine.gradient(batch, 1, expected);

        double[] gradient = new DenseGradient(shape, model(shape)).of(ROWS, LABELS);

        assertArrayEquals(
                IntStream.range(0, expected.length).mapToDouble(i -> expected[i]).toArray(),
                gradient,
                1e-6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "tanh"})
    void movesWithARowAsADifferenceOfTwoGradientsDoes(String activation) {
        DenseShape shape = shape(activation);
        DenseGradient gradient = new DenseGradient(shape, model(shape));
        RandomStream random = new RandomStream(9);
        double[] direction = new double[shape.parameters()];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = random.nextGaussian();
        }

        double[][] moved = gradient.byRows(ROWS, LABELS, direction);

        for (int row = 0; row < 2; row++) {
            for (int j = 0; j < 3; j++) {
                double difference =
                        (at(gradient, direction, row, j, 1e-5)
                                        - at(gradient, direction, row, j, -1e-5))
                                / 2e-5;
                assertEquals(difference, moved[row][j], 1e-7, "row %d, %d".formatted(row, j));
            }
        }
    }

    private static double at(
            DenseGradient gradient, double[] direction, int row, int j, double by) {
        double[][] rows = {ROWS[0].clone(), ROWS[1].clone()};
        rows[row][j] += by;
        double[] g = gradient.of(rows, LABELS);
        return IntStream.range(0, g.length).mapToDouble(i -> g[i] * direction[i]).sum();
    }

    @Test
    void givesAwayASingleRowAndItsLabel() {
        DenseShape shape = shape("tanh");
        double[] seen = new DenseGradient(shape, model(shape)).of(new double[][] {ROWS[0]}, 1);

        assertArrayEquals(ROWS[0], FirstLayer.row(shape, seen), 1e-12);
        assertArrayEquals(new int[] {1}, GuessedLabels.of(shape, seen, new double[] {.5, .5}, 1));
    }

    @Test
    void isMatchedByTheRowsItIsOf() {
        DenseShape shape = shape("tanh");
        DenseGradient gradient = new DenseGradient(shape, model(shape));
        GradientMatching matching =
                new GradientMatching(gradient, new GradientMatching.Range(-1, 1), null, 0, 3000);

        GradientMatching.Found found =
                matching.search(
                        gradient.of(ROWS, LABELS), LABELS, new RandomStream(1), () -> false);

        assertEquals(0, found.mismatch(), 1e-4);
        assertArrayEquals(ROWS[0], found.rows()[0], .05);
        assertArrayEquals(ROWS[1], found.rows()[1], .05);
    }
}
