package federarium.host.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.scenario.Kind;
import federarium.scenario.Settings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesCommandTest {
    @TempDir private Path folder;

    static List<String> rules() {
        return Settings.all().stream()
                .filter(setting -> setting.key().equals("aggregation.rule"))
                .map(setting -> ((Kind.Choice) setting.kind()).words())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleRunsFromTheCommandLine(String rule) {
        Terminal terminal = new Terminal(folder);

        int exit =
                terminal.type(
                        "run",
                        "digits",
                        "--rounds",
                        "3",
                        "--set",
                        "aggregation.rule=" + rule,
                        "--set",
                        "yardsticks=never");

        assertEquals(0, exit, terminal.err());
        assertTrue(terminal.out().startsWith("digits, completed after round 3"), terminal.out());
    }

    @Test
    void aRuleThatCannotWorkIsRefusedBeforeAnythingRuns() {
        Terminal terminal = new Terminal(folder);

        int exit =
                terminal.type(
                        "run",
                        "digits",
                        "--set",
                        "aggregation.rule=krum",
                        "--set",
                        "aggregation.byzantine=4");

        assertEquals(2, exit);
        assertEquals(
                "--set: aggregation.byzantine: krum against f = 4 hostile clients needs"
                        + " n ≥ 2f + 3 = 11 in a round, and there are 8; allowed: 0 to 2",
                terminal.err());
        assertEquals(List.of(), terminal.runs().stream().filter(id -> id.contains("-")).toList());
    }

    @Test
    void describeSaysWhatARuleShowsTheCoordinatorBeyondTheUpdates() {
        assertTrue(described("flTrust").contains("it holds a copy of 100"), described("flTrust"));
        assertTrue(described("scaffold").contains("control variate"), described("scaffold"));
        assertTrue(described("qFedAvg").contains("global model's loss"), described("qFedAvg"));
    }

    private String described(String rule) {
        Terminal terminal = new Terminal(folder);
        assertEquals(
                0,
                terminal.typeOnly("describe", "digits", "--set", "aggregation.rule=" + rule),
                terminal.err());
        return terminal.out().replaceAll("\\s+", " ");
    }
}
