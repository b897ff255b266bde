package federarium.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.random.RandomStream;
import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenseShapeTest {

    /** McMahan's 2NN: 784·200 + 200 + 200·200 + 200 + 200·10 + 10. */
    @Test
    void countsTheParametersOfThe2NN() {
        assertEquals(199_210, shape("relu", 784, 200, 200, 10).parameters());
    }

    @Test
    void isLogisticRegressionWithoutHiddenLayers() {
        DenseShape logistic = shape("relu", 4, 3);

        assertEquals(1, logistic.layers());
        assertEquals(4 * 3 + 3, logistic.parameters());
    }

    @Test
    void refusesMoreParametersThanAnArrayHolds() {
        assertThrows(ArithmeticException.class, shape("relu", 100_000, 100_000, 10)::parameters);
    }

    @Test
    void refusesToBeWithoutClasses() {
        assertThrows(IllegalArgumentException.class, () -> shape("relu", 4));
    }

    /** ⌈¼ · 5⌉ = 2 of the first hidden layer's units, ⌈¼ · 1⌉ = 1 of the second's. */
    @Test
    void narrowsTheHiddenLayersAlone() {
        assertEquals(shape("tanh", 3, 2, 1, 4), shape("tanh", 3, 5, 1, 4).narrowed(.25));
    }

    /**
     * Weights of one input to three units, their biases; of three units to a class each, theirs.
     */
    @Test
    void slicesTheWeightsBetweenTheUnitsThatANarrowShapeHas() {
        DenseShape shape = shape("relu", 1, 3, 2);
        Weights whole = Weights.copyOf(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);

        assertEquals(
                Weights.copyOf(1, 2, 4, 5, 7, 8, 9, 10, 13, 14),
                shape.slice(shape("relu", 1, 2, 2)).of(whole));
        assertEquals(whole, shape.slice(shape).of(whole));
    }

    @Test
    void aSliceHasAsManyParametersAsItsShape() {
        DenseShape shape = shape("relu", 784, 200, 200, 10);
        DenseShape narrow = shape.narrowed(.0625);

        assertEquals(narrow.parameters(), shape.slice(narrow).size());
    }

    /** In front of a relu ±√(6 ÷ 24) = ±½; in front of the classes ±√(6 ÷ (50 + 4)) = ±⅓. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void drawsInitialWeightsWithinHesAndGlorotsBounds(long seed) {
        Weights initial = shape("relu", 24, 50, 4).initial(new RandomStream(seed));

        assertSpread(initial, 0, 24 * 50, 1 / 2.0);
        assertSpread(initial, 24 * 50 + 50, 50 * 4, 1 / 3.0);
    }

    /** In front of a tanh Glorot's bound is ±√(6 ÷ (24 + 30)) = ±⅓. */
    @Test
    void drawsInitialWeightsWithinGlorotsBoundBeforeATanh() {
        assertSpread(shape("tanh", 24, 30, 4).initial(new RandomStream(1)), 0, 24 * 30, 1 / 3.0);
    }

    @Test
    void startsFromBiasesOfZero() {
        Weights initial = shape("relu", 2, 3, 2).initial(new RandomStream(1));

        assertTrue(zeros(initial, 6, 3) && zeros(initial, 6 + 3 + 6, 2));
    }

    /** All within ±bound, about 0, and reaching at least nine tenths of the way. */
    private static void assertSpread(Weights weights, int from, int count, double bound) {
        double sum = 0;
        double largest = 0;
        for (int i = from; i < from + count; i++) {
            sum += weights.get(i);
            largest = Math.max(largest, Math.abs(weights.get(i)));
        }
        assertTrue(largest <= bound && largest > .9 * bound, "largest " + largest);
        assertEquals(0, sum / count, 4 * bound / Math.sqrt(3.0 * count), "mean");
    }

    private static boolean zeros(Weights weights, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (weights.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private static DenseShape shape(String activation, Integer... widths) {
        return new DenseShape(List.of(widths), activation);
    }
}
