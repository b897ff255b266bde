package federarium.desktop.view.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.desktop.view.odds.Crowd.Guesser;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CrowdTest {
    @Test
    void asManyAreFilledAsTheCeilingLetsBeRight() {
        assertEquals(38, count(Guesser.CEILING, .881, null));
        assertEquals(12, count(Guesser.WRONG, .881, null));
    }

    @Test
    void theBestGuessersAreToldApartOnceTheyAreKnown() {
        assertEquals(26, count(Guesser.BEST, .881, .76));
        assertEquals(12, count(Guesser.CEILING, .881, .76));
    }

    @Test
    void halfAreRightByChanceWhateverIsSpent() {
        assertEquals(50, count(Guesser.CHANCE, .5, .5));
        assertEquals(50, count(Guesser.CHANCE, 1, 1.0));
    }

    private static long count(Guesser guesser, double ceiling, @Nullable Double best) {
        return IntStream.range(0, 100)
                .filter(place -> Guesser.at(place, ceiling, best) == guesser)
                .count();
    }
}
