package federarium.model.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import federarium.model.Batch;
import federarium.update.Weights;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 90 rows, so three blocks, with their first layer done beforehand. */
class PreparedRowsTest {
    private static final int INPUTS = 100;
    private static final int CLASSES = 3;
    private static final Batch ROWS = Samples.batch(90, INPUTS, CLASSES, 1);

    private static DenseModel model(String hidden) {
        int[] units =
                hidden.isEmpty()
                        ? new int[0]
                        : Arrays.stream(hidden.split(" ")).mapToInt(Integer::parseInt).toArray();
        return new DenseModel(INPUTS, units, CLASSES, Activation.TANH);
    }

    private static Weights parameters(DenseModel model, long seed) {
        return Weights.copyOf(Samples.parameters(model.parameters(), seed)).times(.1);
    }

    private static float[] predicted(DenseModel model, Weights parameters) {
        float[] probabilities = new float[ROWS.size() * CLASSES];
        model.load(parameters);
        model.predict(ROWS, probabilities);
        return probabilities;
    }

    private static float[] predictedFrom(DenseModel model, Weights prepared) {
        float[] probabilities = new float[ROWS.size() * CLASSES];
        model.predictPrepared(ROWS, prepared, probabilities);
        return probabilities;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "20 17"})
    void areJudgedAsByTheWholeModelBitForBit(String hidden) {
        DenseModel model = model(hidden);
        Weights parameters = parameters(model, 2);
        Weights prepared = model.prepare(ROWS, parameters);
        float[] whole = predicted(model, parameters);
        model.load(Weights.zeros(model.parameters()));

        assertNotEquals(parameters.size(), prepared.size());
        assertArrayEquals(whole, predictedFrom(model, prepared));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "20 17"})
    void addUpLikeParameters(String hidden) {
        DenseModel model = model(hidden);
        Weights start = parameters(model, 2);
        Weights step = parameters(model, 3);
        Weights sum = model.prepare(ROWS, start).plus(model.prepare(ROWS, step).times(.5));

        assertArrayEquals(
                predicted(model, start.plus(step.times(.5))), predictedFrom(model, sum), 1e-5f);
    }

    @Test
    void stayParametersWhereTheyWouldBeMore() {
        DenseModel model = new DenseModel(89, new int[] {4}, CLASSES, Activation.RELU);
        Weights parameters = parameters(model, 2);
        Batch rows = Samples.batch(90, 89, CLASSES, 1);
        float[] probabilities = new float[90 * CLASSES];
        model.predictPrepared(rows, model.prepare(rows, parameters), probabilities);
        float[] whole = new float[90 * CLASSES];
        model.load(parameters);
        model.predict(rows, whole);

        assertEquals(parameters, model.prepare(rows, parameters));
        assertArrayEquals(whole, probabilities);
    }
}
