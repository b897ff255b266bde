package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.scenario.BadInputException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on nodes of digits whose model begins with 64 → 32. */
class RebuildTest {
    private static final String[] ONE_ROW = {"training.batchSize=1", "training.localSteps=1"};
    private static Kept run;

    @BeforeAll
    static void start() {
        run = Kept.of(Runs.digits(6));
    }

    @AfterAll
    static void end() {
        run.close();
    }

    private static Rebuild of(int round, String... changes) {
        String[] all = Stream.of(ONE_ROW, changes).flatMap(Stream::of).toArray(String[]::new);
        return new Rebuild(run.exhibit(round, "c03", all));
    }

    @Test
    void readsTheRowOffTheFirstUpdate() {
        Rebuilt rebuilt = of(1).fromUpdate(() -> false);

        assertTrue(rebuilt.error() < 1e-4, "error " + rebuilt.error());
        assertEquals(
                rebuilt.pictures().getFirst().label(), rebuilt.pictures().getFirst().guessed());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6})
    void readsTheRowOffTheGradientOfAnyRound(int round) {
        Rebuilt rebuilt = of(round).fromGradient(() -> false);

        assertTrue(rebuilt.error() < 1e-4, "error " + rebuilt.error());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void matchesGradientsOfAFewRows(int batch) {
        Rebuilt rebuilt = of(1, "training.batchSize=" + batch).fromUpdate(() -> false);

        assertEquals("gradient matching", rebuilt.method());
        assertTrue(rebuilt.cosine() > .8, "cosine " + rebuilt.cosine());
    }

    @Test
    void findsOnlyABlendOfManyRows() {
        Rebuilt rebuilt = new Rebuild(run.exhibit(1, "c03")).fromUpdate(() -> false);

        assertEquals(180, rebuilt.rows());
        assertTrue(Math.abs(rebuilt.cosine()) < .1, "cosine " + rebuilt.cosine());
    }

    /** 200 pictures, each released once. */
    @ParameterizedTest
    @CsvSource({"local, 1.3", "dpSgd, 0.65"})
    void findsNothingUnderTheNoiseOfTheNode(String mechanism, double noise) {
        Rebuilt rebuilt =
                of(1, "privacy.mechanism=" + mechanism, "privacy.noiseMultiplier=" + noise)
                        .fromSingleRows(200);

        assertEquals(200, rebuilt.rows());
        Double epsilon = rebuilt.epsilon();
        assertTrue(epsilon != null && epsilon <= 8, "ε " + epsilon);
        assertTrue(Math.abs(rebuilt.cosine()) < .1, "cosine " + rebuilt.cosine());
        assertTrue(Math.abs(rebuilt.noise().cosine()) < .1);
    }

    @Test
    void succeedsUnderCentralNoiseAsTheCoordinatorSeesUpdatesWithoutIt() {
        Rebuilt rebuilt =
                of(1, "privacy.mechanism=central", "privacy.noiseMultiplier=5")
                        .fromUpdate(() -> false);

        assertTrue(rebuilt.error() < 1e-4, "error " + rebuilt.error());
        assertTrue(rebuilt.meaning().contains("not from the coordinator"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secureAggregation=true", "encryption=bfv"})
    void hasOnlyASumWhereUpdatesAreHidden(String hiding) {
        Rebuilt rebuilt = of(1, hiding).fromUpdate(() -> false);

        assertEquals("sum", rebuilt.seen());
        assertTrue(rebuilt.cosine() < .9, "cosine " + rebuilt.cosine());
        assertTrue(rebuilt.meaning().contains("there is nothing to rebuild"));
    }

    @Test
    void drawsWhatSomebodyDrew() {
        double[] drawn = new double[64];
        drawn[9] = 1;

        Rebuilt rebuilt = of(1).fromOwnRow(drawn, 7);

        assertEquals(7, rebuilt.pictures().getFirst().guessed());
        assertTrue(rebuilt.error() < 1e-4, "error " + rebuilt.error());
    }

    @Test
    void hasNoGradientToLookAtUnderNoise() {
        BadInputException refusal =
                assertThrows(
                        BadInputException.class,
                        () -> of(1, "privacy.mechanism=local").fromGradient(() -> false));

        assertEquals(
                "--from: nobody sees a node's gradient where updates are noised or hidden;"
                        + " allowed: update",
                refusal.getMessage());
    }
}
