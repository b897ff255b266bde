package federarium.host.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes with ten rows each, in a file of somebody's. */
class SameRowsCommandTest {
    @TempDir private Path folder;
    private String scenario = "";

    @BeforeEach
    void writeScenario() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "x,y\n" + "1,0\n2,1\n".repeat(12));
        scenario =
                Files.writeString(
                                folder.resolve("mine.yaml"),
                                """
                                name: mine
                                data: {file: rows.csv, label: y}
                                clients: 2
                                model: {kind: logistic}
                                privacy: {mechanism: dpSgd, noiseMultiplier: 4, delta: 0.01}
                                yardsticks: never
                                rounds: 2
                                """)
                        .toString();
    }

    @Test
    void aRunSaysWhatEarlierOnesHaveSpentAndWhatCountsNowhere() {
        Terminal terminal = new Terminal(folder.resolve("home"));
        assertEquals(0, terminal.type("run", scenario), terminal.err());
        assertEquals("", terminal.err());
        terminal.type("run", scenario, "--set", "privacy.mechanism=none");
        assertEquals("", terminal.err());

        terminal.type("run", scenario, "--set", "privacy.budget=0.5");

        List<String> said = terminal.err().lines().toList();
        assertEquals("ε 0.724 was spent on these rows by 1 earlier run, and counts", said.get(0));
        assertEquals(
                "warning: 1 other run on these rows promised nothing about a record; what was told"
                        + " there is in no ε",
                said.get(1));
        assertEquals(
                "round 1 without c01, c02: more than is left of the budget would be spent",
                said.get(2));
        assertEquals(3, said.size());
    }

    @Test
    void theRunsOfASweepAddUpInTheirOrder() throws IOException {
        Path csv = folder.resolve("sweep.csv");
        Terminal terminal = new Terminal(folder.resolve("home"));

        int exit =
                terminal.type(
                        "sweep",
                        scenario,
                        "--vary",
                        "training.learningRate=0.3,0.1,0.2",
                        "--threads",
                        "3",
                        "--csv",
                        csv.toString());

        assertEquals(0, exit, terminal.err());
        double[] epsilons =
                Files.readAllLines(csv).stream()
                        .skip(1)
                        .mapToDouble(row -> Double.parseDouble(row.split(",")[4]))
                        .toArray();
        assertEquals(3, epsilons.length);
        assertTrue(
                epsilons[0] < epsilons[1] && epsilons[1] < epsilons[2], Arrays.toString(epsilons));
        assertTrue(terminal.err().startsWith("on the same rows: one run at a time"));
    }
}
