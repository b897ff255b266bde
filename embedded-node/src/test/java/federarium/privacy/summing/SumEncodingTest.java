package federarium.privacy.summing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.privacy.noise.NoiseSource;
import federarium.privacy.noise.RandomBits;
import federarium.privacy.quantisation.RingVector;
import federarium.privacy.summing.SumEncoding.Limit;
import federarium.random.RandomStream;
import federarium.update.Weights;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SumEncodingTest {
    /** C in levels: 2²¹. */
    private static final long LONGEST = 1L << 21;

    private static final long SEED = 11;

    /** Lengths from a millionth of C to a million times C, and just about C. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1e-3", "7, 5", "100, 1", "2410, 0.1", "100000, 1", "200000, 1e6"})
    void noUpdateIsLongerThanCOnceItIsRounded(int size, double clipNorm) {
        SumEncoding encoding = clipped(size, clipNorm, false);
        RandomStream random = new RandomStream(SEED);
        for (double times : new double[] {1e-6, .5, .999999, 1, 1.000001, 3, 1e6}) {
            float[] values = new float[size];
            for (int i = 0; i < size; i++) {
                values[i] = (float) (random.nextGaussian() * clipNorm * times / Math.sqrt(size));
            }
            assertShort(encoding, values);
        }
    }

    /** All values alike and half a level above a whole one: rounding adds as much as it can. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 10, 1000, 65_536, 200_000})
    void noUpdateIsLongerThanCWhereEveryValueIsRoundedUp(int size) {
        SumEncoding encoding = clipped(size, 1, false);
        double each = LONGEST / Math.sqrt(size);
        for (int below = 0; below < 4; below++) {
            float[] values = new float[size];
            Arrays.fill(values, (float) ((Math.floor(each) - below + .5) / LONGEST));
            assertShort(encoding, values);
        }
    }

    private static void assertShort(SumEncoding encoding, float[] values) {
        RingVector coded = encoding.encode(Weights.owning(values), 5, bits(0));
        long squares = 0;
        for (int i = 0; i < values.length; i++) {
            squares += (long) coded.get(i) * coded.get(i);
        }
        assertTrue(squares <= LONGEST * LONGEST, Math.sqrt(squares) + " above " + LONGEST);
    }

    @Test
    void anUpdateThatIsShortEnoughKeepsItsValues() {
        SumEncoding encoding = clipped(2, 1, false);
        RingVector coded = encoding.encode(Weights.copyOf(.5f, -.25f), 5, bits(0));

        assertEquals(RingVector.copyOf(1 << 20, -(1 << 19), 1 << 21), coded);
    }

    /** Weights of ¼ and 1: .5 and 1.25 in levels of 2⁻¹⁸. */
    @Test
    void updatesByExamplesAddUpToWhatTheyAreRoundedTo() {
        SumEncoding encoding = SumEncoding.byExamples(1, 8, 8);
        RingVector sum =
                sum(
                        encoding.encode(Weights.copyOf(2), 2, bits(0)),
                        encoding.encode(Weights.copyOf(1.25f), 8, bits(1)));

        assertEquals(RingVector.copyOf((1 << 17) + 5 * (1 << 16), 5 * (1 << 19)), sum);
        assertArrayEquals(new float[] {1.75f / 1.25f}, encoding.mean(sum).toArray());
    }

    @Test
    void sumsAreThoseOfTheRoundedValuesWhateverTheUpdates() {
        SumEncoding encoding = SumEncoding.byExamples(50, 9, 8);
        RandomStream random = new RandomStream(SEED);
        int[] expected = new int[51];
        int[] sum = new int[51];
        for (int client = 1; client <= 9; client++) {
            float[] update = new float[50];
            double factor = Math.rint(client * (double) LONGEST / 9);
            for (int i = 0; i < 50; i++) {
                update[i] = (float) random.nextGaussian();
                expected[i] += (int) Math.rint(update[i] * (factor / LONGEST * (1 << 18)));
            }
            expected[50] += (int) factor;
            encoding.encode(Weights.owning(update), client, bits(client)).addTo(sum);
        }

        assertArrayEquals(expected, sum);
    }

    @Test
    void oneMoreValueTellsWhetherAnUpdateWasShortEnough() {
        SumEncoding encoding = clipped(2, 5, true);

        assertEquals(4, encoding.coordinates());
        assertEquals(1, encoding.encode(Weights.copyOf(3, 4), 5, bits(0)).get(3));
        assertEquals(-1, encoding.encode(Weights.copyOf(3, 4.001f), 5, bits(0)).get(3));
    }

    @Test
    void theSumTellsHalvesForThoseThatWereAndAgainstThoseThatWereNot() {
        SumEncoding encoding = clipped(1, 5, true);
        RingVector sum =
                sum(
                        encoding.encode(Weights.copyOf(1), 5, bits(0)),
                        encoding.encode(Weights.copyOf(9), 5, bits(1)),
                        encoding.encode(Weights.copyOf(8), 5, bits(2)));

        assertEquals(-.5, encoding.whole(sum));
        assertEquals(11, encoding.total(sum).get(0), 1e-4);
    }

    @Test
    void noCountIsReadWhereNothingIsCounted() {
        SumEncoding encoding = clipped(1, 5, false);

        assertEquals(0, encoding.whole(encoding.encode(Weights.copyOf(1), 5, bits(0))));
    }

    /** f = 3 nodes; v is what one adds, 3v at least (σΔ)². */
    @Test
    void sharesOfNoiseAddUpToTheirVariances() {
        int size = 100_000;
        NoiseShare share = NoiseShare.of(.5, SumEncoding.sensitivity(), 3);
        SumEncoding encoding = SumEncoding.clipped(size, new Limit(1, true, share));
        Weights zeros = Weights.zeros(size);
        int[] sum = new int[encoding.coordinates()];
        for (int client = 0; client < 3; client++) {
            encoding.encode(zeros, 5, bits(client)).addTo(sum);
        }
        double squares = 0;
        for (int i = 0; i < size; i++) {
            squares += (double) sum[i] * sum[i];
        }

        double together = 3. * share.variance();
        assertTrue(together >= .25 * LONGEST * LONGEST);
        assertEquals(1, squares / size / together, 3 * Math.sqrt(2. / size), "seed " + SEED);
    }

    /** Behind the update: how many handed in, and how many were short. Neither tells of rows. */
    @Test
    void whatIsBehindTheUpdateIsNotNoised() {
        NoiseShare share = NoiseShare.of(.5, SumEncoding.sensitivity(), 3);
        SumEncoding encoding = SumEncoding.clipped(1, new Limit(1, true, share));
        RingVector coded = encoding.encode(Weights.zeros(1), 5, bits(0));

        assertEquals(1 << 21, coded.get(1));
        assertEquals(1, coded.get(2));
    }

    private static SumEncoding clipped(int size, double clipNorm, boolean counted) {
        return SumEncoding.clipped(size, new Limit(clipNorm, counted, null));
    }

    private static RandomBits bits(int client) {
        return NoiseSource.seeded(SEED).bits(1, client);
    }

    private static RingVector sum(RingVector... parts) {
        int[] sum = new int[parts[0].size()];
        for (RingVector part : parts) {
            part.addTo(sum);
        }
        return RingVector.owning(sum);
    }
}
