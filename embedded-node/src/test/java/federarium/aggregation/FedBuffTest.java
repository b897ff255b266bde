package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class FedBuffTest {

    /** (8 ÷ √1 + 8 ÷ √4) ÷ 2 */
    @Test
    void dividesByTheRootOfOneMoreThanTheStaleness() {
        Aggregate aggregate = new FedBuff(1).aggregate(Updates.ofOne(8, 8), new int[] {0, 3});

        assertEquals(Weights.copyOf(6), aggregate.model());
        assertArrayEquals(new double[] {.5, .25}, Updates.weights(aggregate));
        assertArrayEquals(new double[] {0, 3}, Updates.scores(aggregate));
    }

    @Test
    void movesByTheServersRate() {
        Aggregate aggregate = new FedBuff(.5).aggregate(Updates.ofOne(8, 4), new int[] {0, 0});

        assertEquals(Weights.copyOf(3), aggregate.model());
    }

    @Test
    void takesTwoUpdatesOfOneClient() {
        ClientUpdate update = Updates.update(0, 1, 1, 4);
        Gathered twice = Updates.from(List.of(update, update));

        assertEquals(Weights.copyOf(4), new FedBuff(1).aggregate(twice, new int[2]).model());
    }

    @Test
    void isFedAvgWithoutStalenessForEqualNumbersOfExamples() {
        Gathered gathered = Updates.of(noise(0), noise(1), noise(2));

        Weights expected = new FedAvg(1).aggregate(gathered).model();
        Weights buffered = new FedBuff(1).aggregate(gathered, new int[3]).model();
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), buffered.get(i), 1e-6);
        }
    }

    private static float[] noise(int client) {
        float[] noise = new float[50];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) Math.sin(client * 100 + i);
        }
        return noise;
    }
}
