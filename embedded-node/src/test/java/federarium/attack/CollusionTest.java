package federarium.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollusionTest {
    /** Means 2 and 6; sample deviations 1 and 2. */
    private static final List<Weights> THREE =
            List.of(Weights.copyOf(1, 4), Weights.copyOf(2, 6), Weights.copyOf(3, 8));

    /** The normal quantiles of 24/26, 24/38, 9/16, 4/6 and 4/8. */
    @ParameterizedTest
    @CsvSource({"50, 24, 1.426", "50, 12, 0.336", "20, 4, 0.157", "10, 4, 0.431", "10, 2, 0"})
    void goesAsFarAsAMajorityStillHides(int nodes, int hostile, double z) {
        assertEquals(z, Collusion.z(nodes, hostile), 5e-4);
    }

    @ParameterizedTest
    @CsvSource({"10, 1", "8, 1", "10, 6", "10, 10", "1, 1"})
    void goesNoWayWhereTheHostileAreTooFewOrAMajority(int nodes, int hostile) {
        assertEquals(0, Collusion.z(nodes, hostile), 1e-12);
    }

    @Test
    void littleIsEnoughLiesSoManySampleDeviationsBelowTheMean() {
        assertEquals(Weights.copyOf(.5f, 3), Collusion.littleIsEnough(THREE, 1.5));
    }

    @Test
    void littleIsEnoughIsTheMeanItselfWithoutDeviations() {
        assertEquals(Weights.copyOf(2, 6), Collusion.littleIsEnough(THREE, 0));
    }

    @Test
    void littleIsEnoughOfASingleUpdateIsThatUpdate() {
        assertEquals(Weights.copyOf(1, 4), Collusion.littleIsEnough(List.of(THREE.getFirst()), 2));
    }

    @Test
    void theInnerProductIsTurnedByTheOppositeOfTheMean() {
        assertEquals(Weights.copyOf(-2, -6), Collusion.opposite(THREE));
    }

    /** To as many places as the common tables have. */
    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.975, 1.959964", "0.025, -1.959964", "0.999, 3.090232"})
    void theQuantileIsTheNormalOne(double probability, double z) {
        assertEquals(z, Quantile.of(probability), 1e-6);
    }
}
