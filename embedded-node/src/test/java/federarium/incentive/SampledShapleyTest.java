package federarium.incentive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.random.RandomStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What TMC and GTG draw comes near the exact values, and what they cut spares evaluations. */
class SampledShapleyTest {
    static final List<ContributionRule> WHOLE =
            List.of(TruncatedMonteCarlo.whole(1000), GtgShapley.whole(1000));

    @ParameterizedTest
    @FieldSource("WHOLE")
    void comesWithinFivePercentOfTheExactValuesByAThousandWholePermutations(ContributionRule rule) {
        double errors = 0;
        double total = 0;
        for (long seed = 1; seed <= 5; seed++) {
            Game game = new Remembered(Games.growing(8, seed));
            double[] exact = Games.exact(game);
            double[] drawn = rule.scores(game, new RandomStream(seed), Cores.ONE);
            double error = 0;
            double size = 0;
            for (int k = 0; k < 8; k++) {
                error += Math.abs(drawn[k] - exact[k]);
                size += Math.abs(exact[k]);
            }
            System.out.printf("%s, seed %d: error %.4f%n", rule, seed, error / size);
            errors += error;
            total += size;
        }

        assertTrue(errors <= .05 * total, errors / total + " of the whole");
    }

    /** Every order of three players who add 1, 2 and 3 whenever they come. */
    @Test
    void isExactWhereTheOrderDoesNotMatter() {
        Game sums =
                Games.of(
                        3,
                        s -> {
                            double sum = 5;
                            for (int k = 0; k < 3; k++) {
                                sum += s.contains(k) ? k + 1 : 0;
                            }
                            return sum;
                        });

        double[] each = {1, 2, 3};
        assertArrayEquals(each, Games.scores(new TruncatedMonteCarlo(), sums), 1e-12);
        assertArrayEquals(each, Games.scores(new GtgShapley(), sums), 1e-12);
    }

    @ParameterizedTest
    @FieldSource("WHOLE")
    void givesExactlyNothingToAPlayerWhoChangesNothing(ContributionRule rule) {
        Game any = Games.random(8, 3);
        double[] scores = Games.scores(rule, Games.of(8, s -> any.value(s.without(6))));

        assertEquals(0, scores[6]);
        assertTrue(scores[7] != 0, "player 7 does");
    }

    @Test
    void gtgLooksAtNothingElseInARoundThatChangedLittle() {
        Remembered game = new Remembered(Games.of(8, s -> .7 + s.size() * .0099 / 8));

        assertArrayEquals(new double[8], Games.scores(new GtgShapley(), game));
        assertEquals(2, game.evaluations());
    }

    @Test
    void gtgFollowsARoundThatChangedEnough() {
        Game game = Games.of(8, s -> .7 + s.size() * .0101 / 8);

        for (double score : Games.scores(new GtgShapley(), game)) {
            assertEquals(.0101 / 8, score, .0101 / 80);
        }
    }

    /** Two are as good as all: whoever comes later is not looked at. */
    @ParameterizedTest
    @ValueSource(doubles = {.9995, .995})
    void cutsAPermutationWhereTheRestCouldHardlyChangeIt(double two) {
        Game flat = Games.of(20, s -> s.size() == 0 ? 0 : s.size() < 3 ? two : 1);
        Remembered tmc = new Remembered(flat);
        Remembered gtg = new Remembered(flat);
        Games.scores(new TruncatedMonteCarlo(), tmc);
        Games.scores(new GtgShapley(), gtg);

        int singlesNoneAndAll = 22;
        assertEquals(singlesNoneAndAll, tmc.evaluations(), "1 % of 1");
        if (two > .999) {
            assertEquals(singlesNoneAndAll, gtg.evaluations(), ".001");
        } else {
            assertTrue(gtg.evaluations() > 2 * singlesNoneAndAll, "" + gtg.evaluations());
        }
    }

    @Test
    void startsASetOfPermutationsWithEveryPlayerInTurn() {
        Set<Coalition> asked = new HashSet<>();
        Game game =
                Games.of(
                        12,
                        s -> {
                            asked.add(s);
                            return s.size();
                        });
        Games.scores(new GtgShapley(0, 0, Convergence.after(1)), game);

        assertEquals(12, asked.stream().filter(s -> s.size() == 1).count());
    }

    @Test
    void drawsAnewFromAnotherStream() {
        Game game = Games.random(8, 1);
        for (ContributionRule rule : WHOLE) {
            double[] one = rule.scores(game, new RandomStream(1), Cores.ONE);
            double[] other = rule.scores(game, new RandomStream(2), Cores.ONE);

            assertTrue(one[0] != other[0], rule + " gave " + one[0] + " twice");
        }
    }
}
