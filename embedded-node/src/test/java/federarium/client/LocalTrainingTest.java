package federarium.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import federarium.data.Dataset;
import federarium.model.Batch;
import federarium.model.LocalModel;
import federarium.random.RandomStream;
import federarium.scenario.Training;
import federarium.update.ClientUpdate;
import federarium.update.Controls;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalTrainingTest {
    /** Five rows whose only feature is 10 times their number; the node holds four of them. */
    private static final Dataset DATA =
            Dataset.of(
                    List.of("x"),
                    List.of("even", "odd"),
                    new int[] {0, 1, 0, 1, 0},
                    new float[][] {{0}, {10}, {20}, {30}, {40}});

    private static final int[] ROWS = {0, 1, 2, 4};
    private static final Weights GLOBAL = Weights.copyOf(5, 7);

    private final Recording model = new Recording();

    @Test
    void showsEveryRowOnceAnEpochWithItsOwnLabel() {
        train(2, 3);

        assertEquals(List.of(3, 1, 3, 1), model.batches.stream().map(List::size).toList());
        for (int epoch = 0; epoch < 2; epoch++) {
            List<String> seen = new ArrayList<>(model.batches.get(2 * epoch));
            seen.addAll(model.batches.get(2 * epoch + 1));
            seen.sort(null);
            assertEquals(List.of("0.0 is 0", "10.0 is 1", "20.0 is 0", "40.0 is 0"), seen);
        }
    }

    @Test
    void shufflesTheRowsAnewForEveryEpoch() {
        train(2, 4);

        assertNotEquals(model.batches.get(0), model.batches.get(1), "by seed 1");
    }

    @Test
    void ordersTheRowsByItsStreamAlone() {
        train(2, 2);
        List<List<String>> first = List.copyOf(model.batches);
        model.batches.clear();
        train(2, 2);

        assertEquals(first, model.batches);
    }

    @Test
    void takesAllRowsAtOnceWhereTheBatchIsLarger() {
        train(1, 100);

        assertEquals(List.of(4), model.batches.stream().map(List::size).toList());
    }

    /** Each of 4 steps moves the first parameter by −½ and the second by nothing. */
    @Test
    void sendsTheDifferenceFromTheModelItWasSent() {
        ClientUpdate update = train(2, 3);

        assertEquals(Weights.copyOf(-2, 0), update.delta());
        assertEquals(Weights.copyOf(5, 7), GLOBAL, "the global model stays");
    }

    @Test
    void saysWhoItIsAndHowManyRowsAndStepsAreBehindIt() {
        ClientUpdate update = train(2, 3);

        assertEquals(3, update.client());
        assertEquals(9, update.round());
        assertEquals(4, update.examples());
        assertEquals(4, update.steps());
    }

    /** The model's losses are 1, 2, 3, 4. The last epoch saw three rows at 3 and one at 4. */
    @Test
    void tellsTheMeanLossOverTheRowsOfTheLastEpoch() {
        assertEquals((3 * 3 + 4) / 4.0, train(2, 3).loss());
    }

    /** Three even rows, of probability 1/5, and an odd one. */
    @Test
    void tellsTheLossOfTheModelItWasSentWithoutTrainingIt() {
        train(1, 4);
        double loss = new LocalTraining(DATA, new Training(.5, 1, 4)).loss(model, GLOBAL, ROWS);

        assertEquals((3 * Math.log(5) + Math.log(1.25)) / 4, loss, 1e-6);
        assertEquals(1, model.batches.size());
    }

    /** Each of 4 steps moves by ½ · (−1 + 3 − 1, 0 + 1 − 5); Δc = −Δ ÷ (4 · ½) − c. */
    @Test
    void correctsEveryStepByItsControls() {
        Controls controls = new Controls(Weights.copyOf(1, 5), Weights.copyOf(3, 1));
        ClientUpdate update =
                new LocalTraining(DATA, new Training(.5, 2, 3), controls, null)
                        .train(model, GLOBAL, ROWS, 3, 9, new RandomStream(1));

        assertEquals(Weights.copyOf(2, -8), update.delta());
        assertEquals(Weights.copyOf(-2, -1), update.controlChange());
    }

    @Test
    void forgetsWhatTheModelHeldBefore() {
        train(1, 4);

        assertEquals(Weights.copyOf(-.5f, 0), train(1, 4).delta());
    }

    @Test
    void leavesTheNodesRowsInTheirOrder() {
        train(3, 2);

        assertEquals("[0, 1, 2, 4]", Arrays.toString(ROWS));
    }

    private ClientUpdate train(int epochs, int batchSize) {
        return new LocalTraining(DATA, new Training(.5, epochs, batchSize))
                .train(model, GLOBAL, ROWS, 3, 9, new RandomStream(1));
    }

    /**
     * Writes down its batches; a step subtracts the rate from the first parameter, whose inverse is
     * the probability of an even row.
     */
    private static final class Recording implements LocalModel {
        private final List<List<String>> batches = new ArrayList<>();
        private final float[] held = new float[2];

        @Override
        public int parameters() {
            return 2;
        }

        @Override
        public void load(Weights parameters) {
            parameters.copyTo(0, held, 0, 2);
        }

        @Override
        public void store(float[] target) {
            System.arraycopy(held, 0, target, 0, 2);
        }

        @Override
        public double step(Batch batch, float learningRate) {
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                rows.add(batch.features()[i] + " is " + batch.labels()[i]);
            }
            batches.add(rows);
            held[0] -= learningRate;
            return batches.size();
        }

        @Override
        public double gradient(Batch batch, float scale, float[] target) {
            throw new UnsupportedOperationException("plain training takes steps");
        }

        @Override
        public void move(float scale, float[] direction) {
            for (int i = 0; i < held.length; i++) {
                held[i] += scale * direction[i];
            }
        }

        @Override
        public void predict(Batch batch, float[] probabilities) {
            for (int i = 0; i < batch.size(); i++) {
                probabilities[2 * i] = 1 / held[0];
                probabilities[2 * i + 1] = 1 - 1 / held[0];
            }
        }
    }
}
