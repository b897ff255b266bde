package federarium.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import federarium.aggregation.Bulyan;
import federarium.aggregation.Krum;
import federarium.aggregation.MultiKrum;
import federarium.scenario.BadInputException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scenario refuses beforehand what the rule itself would refuse in every round. */
class RuleBoundsTest {

    @ParameterizedTest(name = "f = {0}")
    @ValueSource(ints = {0, 1, 2, 5})
    void areTheSameInTheScenarioAndInTheRule(int f) {
        assertFewest(Krum.fewest(f), f, "krum");
        assertFewest(MultiKrum.fewest(f, null), f, "multiKrum");
        assertFewest(Bulyan.fewest(f), f, "bulyan");
    }

    private static void assertFewest(int clients, int f, String rule) {
        assertEquals(clients, clients(clients, f, rule));
        assertThrows(BadInputException.class, () -> clients(clients - 1, f, rule));
    }

    private static int clients(int clients, int f, String rule) {
        return Objects.requireNonNull(
                TinyRun.scenario("clients", "100", "aggregation.rule", rule)
                        .with("aggregation.byzantine", String.valueOf(f))
                        .with("clients", String.valueOf(clients))
                        .clients());
    }
}
