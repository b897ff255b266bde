package federarium.privacy.accounting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OddsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 50",
        "0.1, 52.5",
        "0.5, 62",
        "1, 73",
        "2, 88",
        "3, 95",
        "4, 98",
        "8, 99.97",
        "30, 100",
        "Infinity, 100"
    })
    void theCeilingIsToldInTimesOfAHundred(double epsilon, String times) {
        assertEquals(times, Odds.ofHundred(Odds.of(epsilon, 0, 0).ceiling()));
    }

    @Test
    void deltaRaisesTheCeiling() {
        assertEquals((1 + 0.2) / 2, Odds.of(0, 0.2, 0).ceiling(), 1e-15);
    }

    @Test
    void oneGaussianAtEpsilonEightIsFarBelowItsCeiling() {
        double noise = 0.6;
        while (GaussianMechanism.epsilon(noise, 1e-5) > 8) {
            noise += 1e-4;
        }
        double advantage = GaussianMechanism.delta(noise, 0);
        assertEquals(0.798, Odds.of(8, 1e-5, advantage).best(), 5e-4);
    }

    @Test
    void fromThreeOnLittleIsGuaranteedAndNothingIsEverCalledSafe() {
        DoubleStream.of(0, 0.5, 2.9, 3, 8, Double.POSITIVE_INFINITY)
                .mapToObj(epsilon -> Odds.of(epsilon, 1e-5, 0.1))
                .forEach(odds -> {
                    String sentence = odds.sentence("record");
                    assertFalse(sentence.contains("safe"), sentence);
                    assertEquals(odds.epsilon() >= 3, sentence.contains("guarantees"), sentence);
                });
        assertTrue(Odds.of(1, 1e-5, 0.1).sentence("client").contains("one client"));
    }
}
