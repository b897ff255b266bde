package federarium.aggregation;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import federarium.aggregation.Comparison.View;
import federarium.update.ClientUpdate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void tellsTheNormOfEachUpdateInClientOrder() {
        Comparison comparison = of(0, new float[] {3, 4}, new float[] {0, 0}, new float[] {0, -2});

        assertArrayEquals(new double[] {5, 0, 2}, all(comparison, View::norm));
        assertArrayEquals(new double[] {0, 1, 2}, all(comparison, View::client));
    }

    /** Their mean is (1, 0). */
    @Test
    void tellsTheCosineToThePlainMean() {
        Comparison comparison =
                of(
                        0,
                        new float[] {5, 0},
                        new float[] {0, 2},
                        new float[] {0, -2},
                        new float[] {-1, 0});

        assertArrayEquals(new double[] {1, 0, 0, -1}, all(comparison, View::cosine), 1e-9);
    }

    /** By its examples the second would be all of the mean. */
    @Test
    void countsEveryUpdateAlikeWhateverExamplesItClaims() {
        Comparison comparison =
                Comparison.of(
                        List.of(Updates.update(0, 1, 1, 3), Updates.update(1, 1_000_000, 1, -1)),
                        0);

        assertArrayEquals(new double[] {1, -1}, all(comparison, View::cosine), 1e-9);
    }

    @Test
    void givesAnUpdateOfZerosTheCosineZero() {
        assertEquals(0, of(0, new float[] {0}, new float[] {1}).views().getFirst().cosine());
    }

    @Test
    void givesAllTheCosineZeroWhereTheirMeanIsZero() {
        Comparison comparison = of(0, new float[] {1}, new float[] {-1});

        assertArrayEquals(new double[] {0, 0}, all(comparison, View::cosine));
    }

    /** The example of {@link KrumTest}. */
    @Test
    void scoresAsKrumDoesAtTheSameBound() {
        Gathered five = Updates.ofOne(100, 1, 3, 4.5f, 0);
        double[] krum = Updates.scores(new Krum(1, 1).aggregate(five));

        assertArrayEquals(
                krum,
                all(Comparison.of(five.updates(), 1), view -> requireNonNull(view.krum())),
                1e-9);
    }

    @Test
    void givesNoKrumScoreToFewerThanTwoFAndThree() {
        Comparison comparison = Comparison.of(Updates.ofOne(1, 2, 3, 4).updates(), 1);

        assertNull(comparison.views().getFirst().krum());
        assertNotNull(comparison.explained());
    }

    /** They are −2, −1 and 3 from their mean. */
    @Test
    void mapsTheUpdatesAroundTheirMean() {
        Comparison comparison = Comparison.of(Updates.ofOne(0, 1, 5).updates(), 0);

        assertArrayEquals(
                new double[] {-2, -1, 3}, all(comparison, view -> requireNonNull(view.x())), 1e-6);
        assertArrayEquals(new double[3], all(comparison, view -> requireNonNull(view.y())), 1e-6);
        assertEquals(1.0, comparison.explained());
    }

    /** ½ · 201² · 10 000 multiplications are just too many. */
    @Test
    void measuresNoDistancesWhereThereWouldBeTooMany() {
        float[][] deltas = new float[201][10_000];
        IntStream.range(0, 201).forEach(k -> deltas[k][0] = 1);
        Comparison comparison = of(1, deltas);

        assertNull(comparison.explained());
        assertEquals(new View(0, 1, 1, null, null, null), comparison.views().getFirst());
    }

    private static Comparison of(int byzantine, float[]... deltas) {
        List<ClientUpdate> updates = Updates.of(deltas).updates();
        return Comparison.of(updates, byzantine);
    }

    private static double[] all(Comparison comparison, ToDoubleFunction<View> what) {
        return comparison.views().stream().mapToDouble(what).toArray();
    }
}
