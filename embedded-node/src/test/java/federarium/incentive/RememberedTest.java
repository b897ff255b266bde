package federarium.incentive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.random.RandomStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RememberedTest {
    private static final Cores MANY = RememberedTest::inParallel;

    static final List<ContributionRule> RULES =
            List.of(
                    new LeaveOneOut(),
                    new ExactShapley(),
                    new TruncatedMonteCarlo(),
                    new GtgShapley());

    private static void inParallel(int count, IntConsumer work) {
        IntStream.range(0, count).parallel().forEach(work);
    }

    @Test
    void valuesACoalitionOnce() {
        AtomicInteger asked = new AtomicInteger();
        Remembered game = new Remembered(Games.of(3, s -> asked.incrementAndGet()));
        inParallel(1000, i -> game.value(Coalition.of(i % 8)));

        assertEquals(8, asked.get());
        assertEquals(8, game.evaluations());
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void givesEveryRuleTheSameBitsAndCountsOnAnyNumberOfThreads(ContributionRule rule) {
        Remembered one = new Remembered(Games.random(8, 3));
        Remembered many = new Remembered(Games.random(8, 3));
        double[] alone = rule.scores(one, new RandomStream(1), Cores.ONE);

        assertArrayEquals(alone, rule.scores(many, new RandomStream(1), MANY));
        assertEquals(one.evaluations(), many.evaluations());
    }

    @Test
    void leavesOutWhoChangesNothingBeforeItLooks() {
        Game game =
                new Game() {
                    @Override
                    public int players() {
                        return 4;
                    }

                    @Override
                    public double value(Coalition coalition) {
                        return coalition.size();
                    }

                    @Override
                    public Coalition reduced(Coalition coalition) {
                        return coalition.without(3);
                    }
                };
        Remembered remembered = new Remembered(game);

        assertEquals(0, Games.exact(remembered)[3]);
        assertEquals(8, remembered.evaluations());
    }

    @Test
    void tellsEverybodyWhoAsksOfAFailure() {
        Remembered game =
                new Remembered(
                        Games.of(
                                2,
                                s -> {
                                    throw new IllegalStateException("no rows");
                                }));

        assertThrows(IllegalStateException.class, () -> game.value(Coalition.NONE));
        assertThrows(RuntimeException.class, () -> game.value(Coalition.NONE));
    }
}
