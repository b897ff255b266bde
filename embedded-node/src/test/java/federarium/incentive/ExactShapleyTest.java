package federarium.incentive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The axioms that only the Shapley value meets, on games of random values; two games by hand. */
class ExactShapleyTest {
    private static final double ROUNDING = 1e-12;

    /** In 4 of 6 orders the left glove comes after a right one; each right one adds 1 in one. */
    @Test
    void pairsTheGloves() {
        assertArrayEquals(
                new double[] {4 / 6.0, 1 / 6.0, 1 / 6.0}, Games.exact(Games.gloves()), ROUNDING);
    }

    /**
     * v(1) = 40, v(2) = 60, v(3) = 80, v(12) = 70, v(13) = 75, v(23) = 85, v(123) = 90. What player
     * 1 adds in the six orders: 40, 40, 10, 5, −5, 5.
     */
    @Test
    void averagesOverTheOrders() {
        double[] values = {0, 40, 60, 70, 80, 75, 85, 90};
        double[] scores = Games.exact(Games.of(3, s -> values[Games.bits(s, 3)]));

        assertArrayEquals(new double[] {95 / 6.0, 185 / 6.0, 260 / 6.0}, scores, ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8})
    void sharesOutAllThatIsGained(int players) {
        Game game = Games.random(players, players);
        double gained = game.value(Coalition.all(players)) - game.value(Coalition.NONE);

        assertEquals(gained, Arrays.stream(Games.exact(game)).sum(), ROUNDING);
    }

    /** Player 5 without 2 is worth what 2 is without 5. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesTheSameToPlayersWhoCanStandInForEachOther(long seed) {
        Game any = Games.random(8, seed);
        Game alike =
                Games.of(
                        8,
                        s -> any.value(s.contains(5) && !s.contains(2) ? s.without(5).with(2) : s));
        double[] scores = Games.exact(alike);

        assertEquals(scores[2], scores[5], ROUNDING);
        assertTrue(Math.abs(scores[2] - scores[3]) > ROUNDING, "player 3 is another");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesExactlyNothingToAPlayerWhoChangesNothing(long seed) {
        Game any = Games.random(8, seed);
        double[] scores = Games.exact(Games.of(8, s -> any.value(s.without(6))));

        assertEquals(0, scores[6]);
        assertTrue(Math.abs(scores[7]) > 0, "player 7 does");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesInTwoGamesTogetherWhatItGivesInEach(long seed) {
        Game one = Games.random(8, seed);
        Game other = Games.random(8, 100 + seed);
        double[] together = Games.exact(Games.of(8, s -> one.value(s) + other.value(s)));
        double[] first = Games.exact(one);
        double[] second = Games.exact(other);
        Arrays.setAll(first, k -> first[k] + second[k]);

        assertArrayEquals(first, together, ROUNDING);
    }

    @Test
    void refusesMoreThanEightPlayers() {
        assertThrows(
                IllegalArgumentException.class, () -> Games.exact(Games.of(9, Coalition::size)));
    }
}
