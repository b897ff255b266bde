package federarium.model.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.data.ImageShape;
import federarium.model.Batch;
import federarium.model.LocalModel;
import federarium.random.RandomStream;
import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import federarium.update.Weights;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvNetworkTest {
    private static final ImageShape FOUR = new ImageShape(4, 4, 1);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void learnsToTellStripesThatLieFromStripesThatStand(long seed) {
        ConvNetwork network = new ConvNetwork(conv(List.of(4), 3, List.of(8)), FOUR, 2);
        LocalModel model = network.create();
        model.load(network.initial(new RandomStreams(seed)));
        Batch stripes = Rows.random(new RandomStream(seed), 16, 16, 2);
        for (int row = 0; row < 16; row++) {
            for (int pixel = 0; pixel < 16; pixel++) {
                int line = stripes.labels()[row] == 0 ? pixel / 4 : pixel % 4;
                stripes.features()[16 * row + pixel] *= 0.2f;
                stripes.features()[16 * row + pixel] += line % 2;
            }
        }

        for (int step = 0; step < 60; step++) {
            model.step(stripes, 0.2f);
        }

        float[] probabilities = new float[32];
        model.predict(stripes, probabilities);
        for (int row = 0; row < 16; row++) {
            assertTrue(probabilities[2 * row + stripes.labels()[row]] > 0.5, "row " + row);
        }
    }

    @Test
    void countsTheParametersOfEachLayer() {
        int convolutions = (1 * 9 + 1) * 8 + (8 * 9 + 1) * 16;
        int dense = (2 * 2 * 16 + 1) * 32 + (32 + 1) * 10;
        assertEquals(
                convolutions + dense,
                parameters(conv(List.of(8, 16), 3, List.of(32)), new ImageShape(8, 8, 1), 10));

        assertEquals(
                (3 * 4 + 1) * 2 + (3 * 2 * 2 + 1) * 5,
                parameters(conv(List.of(2), 2, List.of()), new ImageShape(7, 5, 3), 5),
                "three channels, an odd height and width, an even kernel, nothing hidden");
    }

    @Test
    void drawsWeightsWithinTheirBoundsAndLeavesBiasesZero() {
        float[] start =
                new ConvNetwork(conv(List.of(2), 3, List.of(4)), FOUR, 3)
                        .initial(new RandomStreams(1))
                        .toArray();

        assertArrayEquals(new float[2], Arrays.copyOfRange(start, 0, 2));
        assertWithin(Math.sqrt(6.0 / 9), start, 2, 18);
        assertWithin(Math.sqrt(6.0 / 8), start, 20, 32);
        assertArrayEquals(new float[4], Arrays.copyOfRange(start, 52, 56));
        assertWithin(Math.sqrt(6.0 / 7), start, 56, 12);
        assertArrayEquals(new float[3], Arrays.copyOfRange(start, 68, 71));
        assertEquals(71, start.length);
    }

    /** One filter of one pixel per channel: 10 × the first channel + the second, then pooled. */
    @Test
    void readsPicturesChannelByChannelRowByRow() {
        ConvNetwork network =
                new ConvNetwork(conv(List.of(1), 1, List.of()), new ImageShape(2, 4, 2), 2);
        LocalModel model = network.create();
        float[] picture = {1, 2, 0, 0, 3, 4, 0, 5, 1, 1, 0, 0, 1, 7, 9, 0};
        double left = 47;
        double right = 50;

        model.load(Weights.copyOf(new float[] {0, 10, 1, 0.01f, 0, 0, 0.02f, 0, 0}));
        float[] probabilities = new float[2];
        model.predict(Rows.of(16, picture, 0), probabilities);

        double z = 0.01 * left - 0.02 * right;
        assertEquals(1 / (1 + Math.exp(-z)), probabilities[0], 1e-6);
    }

    /** Seeds where no two pixels of a pooling are about equal: there the loss has a kink. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 8, 10})
    void gradientAgreesWithCentralDifferences(long seed) {
        Scenario.ModelSpec.Conv spec =
                new Scenario.ModelSpec.Conv(List.of(2), 3, List.of(3), "tanh");
        ConvNetwork network = new ConvNetwork(spec, FOUR, 2);
        float[] start = network.initial(new RandomStreams(seed)).toArray();

        Differences.check(
                network.create(), start, Rows.random(new RandomStream(seed), 5, 16, 2), seed);
    }

    @Test
    void givesBackTheParametersItWasGivenBitForBit() {
        ConvNetwork network = new ConvNetwork(conv(List.of(2), 3, List.of(4)), FOUR, 3);
        Weights start = network.initial(new RandomStreams(2));
        LocalModel model = network.create();

        model.load(start);

        assertEquals(start, Weights.owning(Rows.stored(model)));
    }

    @Test
    void givesTheSameBitsOnOneThreadAndOnTwo() throws Exception {
        List<String> one = Training.onThreads(Training.conv(), 400, 10, 1);
        List<String> two = Training.onThreads(Training.conv(), 400, 10, 2);

        assertEquals(List.of(one.getFirst(), one.getFirst()), two);
    }

    @Test
    void refusesDataThatAreNoPictures() {
        assertRefused(
                "model.kind: conv needs pictures, and these rows are none; allowed: dense,"
                        + " logistic",
                conv(List.of(8), 3, List.of()),
                null);
    }

    @Test
    void refusesMorePoolingsThanThePictureCanBeHalved() {
        assertRefused(
                "model.filters: 3 convolutions don't fit a picture of 4×7, which each of them"
                        + " halves; allowed: 1 to 2",
                conv(List.of(8, 8, 8), 3, List.of()),
                new ImageShape(4, 7, 1));
        assertRefused(
                "model.filters: 1 convolutions don't fit a picture of 1×9, which each of them"
                        + " halves; allowed: none: take dense",
                conv(List.of(8), 3, List.of()),
                new ImageShape(1, 9, 1));
    }

    private static Scenario.ModelSpec.Conv conv(
            List<Integer> filters, int kernel, List<Integer> hidden) {
        return new Scenario.ModelSpec.Conv(filters, kernel, hidden, "relu");
    }

    private static int parameters(Scenario.ModelSpec.Conv spec, ImageShape image, int classes) {
        ConvNetwork network = new ConvNetwork(spec, image, classes);
        int parameters = network.create().parameters();
        assertEquals(parameters, network.initial(new RandomStreams(1)).size());
        return parameters;
    }

    private static void assertWithin(double bound, float[] values, int first, int count) {
        double largest = 0;
        for (int i = first; i < first + count; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        assertTrue(largest <= bound && largest > bound / 2, largest + " for a bound of " + bound);
    }

    private static void assertRefused(
            String sentence, Scenario.ModelSpec.Conv spec, @Nullable ImageShape image) {
        assertEquals(
                sentence,
                assertThrows(BadInputException.class, () -> new ConvNetwork(spec, image, 2))
                        .getMessage());
    }
}
