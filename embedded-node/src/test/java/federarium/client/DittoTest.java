package federarium.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import federarium.data.Dataset;
import federarium.random.RandomStream;
import federarium.scenario.Training;
import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a parabola, whose gradient is v, from the global model x = 8 with the rate ½. */
class DittoTest {
    private static final Weights GLOBAL = Weights.copyOf(8);
    private static final Dataset DATA =
            Dataset.of(List.of("x"), List.of("a", "b"), new int[] {0, 1}, new float[][] {{0}, {1}});

    @Test
    void beginsAtTheGlobalModel() {
        assertEquals(GLOBAL, Ditto.model(GLOBAL, Memory.EMPTY));
        assertEquals(Weights.copyOf(4), train(1, 1, Memory.EMPTY));
    }

    @Test
    void goesOnFromItsOwnModelAndIsPulledToTheGlobalOne() {
        assertEquals(Weights.copyOf(4 - .5f * (4 + 4 - 8)), train(1, 1, own(4)));
    }

    /** x − ½ · 4, wherever it began. */
    @Test
    void startsEveryStepFromTheGlobalModelWhereLambdaIsOneOverTheRate() {
        assertEquals(Weights.copyOf(6), train(2, 1, own(4)));
    }

    @Test
    void trainsAloneWithoutAPull() {
        assertEquals(Weights.copyOf(1), train(0, 2, own(4)));
    }

    @Test
    void takesAsManyStepsAsItIsTold() {
        assertEquals(Weights.copyOf(.5f), train(0, 3, own(4)));
    }

    @Test
    void keepsTheModelFromBeforeWhereTrainingDiverges() {
        Memory before = own(4);

        assertSame(before, memory(1, 1, Weights.copyOf(Float.NaN), before));
    }

    private static Weights train(double lambda, int steps, Memory memory) {
        return Ditto.model(GLOBAL, memory(lambda, steps, GLOBAL, memory));
    }

    private static Memory memory(double lambda, int steps, Weights global, Memory memory) {
        return new Ditto(DATA, new Training(.5, 7, 2), lambda)
                .train(
                        new Parabola(),
                        global,
                        new int[] {0, 1},
                        steps,
                        1,
                        new RandomStream(1),
                        memory);
    }

    private static Memory own(float v) {
        return Memory.EMPTY.with("personal", Weights.copyOf(v));
    }
}
