package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.scenario.Scenario.Cohort;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohortTest {

    /** ⌈C·N⌉; 0.1 · 30 and 0.07 · 100 come out a little above 3 and 7 in doubles. */
    @ParameterizedTest(name = "{1} of {0} are {2}")
    @CsvSource({
        "30, 0.1, 3", "100, 0.07, 7", "100, 0.1, 10", "8, 1, 8", "8, 0.5, 4",
        "8, 0.51, 5", "8, 0.01, 1", "1, 0.5, 1", "1000, 0.001, 1", "1000, 0.0011, 2"
    })
    void isTheFractionOfTheClientsRoundedUp(int clients, double fraction, int size) {
        assertEquals(size, new Cohort(fraction, false).size(clients));
    }
}
