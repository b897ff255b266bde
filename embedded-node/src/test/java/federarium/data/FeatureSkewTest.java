package federarium.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.random.RandomStreams;
import federarium.scenario.Scenario.Partition;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeatureSkewTest {
    private static final Provenance NONE = new Provenance("Test", "none", "None.", true);
    private static final ImageShape ROW_OF_TWO = new ImageShape(1, 2, 1);

    /** Three nodes, each with one training row and one test row of two pixels. */
    private static final List<NodeRows> THREE =
            List.of(
                    new NodeRows("c01", "c01", new int[] {0}, new int[] {3}),
                    new NodeRows("c02", "c02", new int[] {1}, new int[] {4}),
                    new NodeRows("c03", "c03", new int[] {2}, new int[] {5}));

    @Test
    void brightnessGrowsFromNothingAtTheFirstNodeToAllAtTheLast() {
        float[] pixels = new float[12];
        apply(new Partition.Feature(0, 0, .5), pixels, ROW_OF_TWO, THREE);

        assertArrayEquals(new float[] {0, 0, .25f, .25f, .5f, .5f}, Arrays.copyOf(pixels, 6));
        assertArrayEquals(
                new float[] {0, 0, .25f, .25f, .5f, .5f}, Arrays.copyOfRange(pixels, 6, 12));
    }

    @Test
    void rotationGrowsInTheSameWay() {
        float[] pixels = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
        apply(new Partition.Feature(0, 180, 0), pixels, ROW_OF_TWO, THREE);

        // Turned by 0, 90 and 180 degrees; at 90 half of each pixel lies outside.
        assertArrayEquals(new float[] {0, 1, .25f, .25f, 1, 0}, Arrays.copyOf(pixels, 6), 1e-6f);
    }

    @Test
    void noiseOnPicturesHasTheDeviationAskedFor() {
        float[] pixels = new float[2 * 20_000];
        apply(new Partition.Feature(.5, 0, 0), pixels, ROW_OF_TWO, halves(20_000));

        assertEquals(0, deviation(pixels, 0, 20_000, 1, 0));
        assertEquals(.5, deviation(pixels, 20_000, 40_000, 1, 0), .01);
    }

    @Test
    void noiseOnATableIsInDeviationsOfTheColumn() {
        // Columns −1, 1, −1, … and −10, 10, −10, …
        float[] cells = new float[2 * 20_000];
        for (int at = 0; at < cells.length; at++) {
            cells[at] = (at / 2 % 2 == 0 ? -1 : 1) * (at % 2 == 0 ? 1 : 10);
        }
        apply(new Partition.Feature(.5, 0, 0), cells, null, halves(20_000));

        // √(σ² + (σ/2)²)
        assertEquals(1, deviation(cells, 0, 20_000, 2, 0), 1e-6);
        assertEquals(Math.sqrt(1.25), deviation(cells, 20_000, 40_000, 2, 0), .02);
        assertEquals(Math.sqrt(125), deviation(cells, 20_000, 40_000, 2, 1), .2);
    }

    @Test
    void theSameSeedGivesTheSameNoise() {
        float[] once = new float[12];
        float[] again = new float[12];
        apply(new Partition.Feature(1, 0, 0), once, ROW_OF_TWO, THREE);
        apply(new Partition.Feature(1, 0, 0), again, ROW_OF_TWO, THREE);

        assertArrayEquals(once, again);
    }

    @Test
    void aSingleNodeStaysAsItIs() {
        float[] pixels = {0, 1, 0, 1};
        apply(
                new Partition.Feature(1, 180, 1),
                pixels,
                ROW_OF_TWO,
                List.of(new NodeRows("c01", "c01", new int[] {0}, new int[] {1})));

        assertArrayEquals(new float[] {0, 1, 0, 1}, pixels);
    }

    @Test
    void refusesToTurnOrLightWhatIsNoPicture() {
        assertEquals(
                "data.partition.rotation: 30, but the rows of Test are no pictures; allowed: 0, or"
                        + " the sources digits-8x8, mnist",
                Refusal.of(
                        () -> apply(new Partition.Feature(0, 30, 0), new float[12], null, THREE)));
        assertEquals(
                "data.partition.brightness: 0.2, but the rows of Test are no pictures; allowed: 0,"
                        + " or the sources digits-8x8, mnist",
                Refusal.of(
                        () -> apply(new Partition.Feature(0, 0, .2), new float[12], null, THREE)));
    }

    /** Two nodes, each with half of the training rows. */
    private static List<NodeRows> halves(int rows) {
        return List.of(
                new NodeRows("c01", "c01", IntStream.range(0, rows / 2).toArray(), new int[0]),
                new NodeRows("c02", "c02", IntStream.range(rows / 2, rows).toArray(), new int[0]));
    }

    private static void apply(
            Partition.Feature skew,
            float[] features,
            @Nullable ImageShape image,
            List<NodeRows> nodes) {
        Source source = new Source(RawRowsFixture.withFeatures(2, features), image, NONE);
        int[] train = nodes.stream().map(NodeRows::train).flatMapToInt(Arrays::stream).toArray();
        FeatureSkew.of(skew, source, train, new RandomStreams(1)).apply(nodes);
    }

    private static double deviation(float[] values, int from, int to, int step, int first) {
        double squares = 0;
        int count = 0;
        for (int at = from + first; at < to; at += step) {
            squares += values[at] * values[at];
            count++;
        }
        return Math.sqrt(squares / count);
    }
}
